import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { findChromium } from '../local/chromium.mjs'
import { runningSite } from './import/running-site'

/**
 * `npm run screenshots [FOLDER]`: pictures of the running demo site, light and dark, wide and
 * narrow. Without a folder only those of the README are kept, in docs/screenshots.
 */
const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const readmePictures = new Set([
  'dashboard-light',
  'dashboard-dark',
  'mapping-light',
  'inventory-dark',
])
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } }
const engagement = '/acme/dc-exit'

/** Each page: its name and the way to it, one after the other. */
const pages: [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['landing', (page) => page.goto('/')],
  ['sign-in', (page) => page.goto('/sign-in')],
  ['dashboard', signIn],
  ['inventory', (page) => page.goto(`${engagement}/inventory`)],
  ['asset', (page) => followFirst(page, `${engagement}/inventory`, 'tbody a')],
  ['issues', (page) => page.goto(`${engagement}/issues`)],
  ['imports', (page) => page.goto(`${engagement}/imports`)],
  ['import-new', (page) => page.goto(`${engagement}/imports/new`)],
  ['flow', (page) => followFirst(page, `${engagement}/imports`, 'tbody tr:last-child a')],
  ['mapping', openMapping],
]

async function followFirst(page: Page, from: string, selector: string) {
  await page.goto(from)
  await page.locator(selector).first().click()
  await page.waitForURL((url) => url.pathname !== from)
}

async function openMapping(page: Page) {
  await followFirst(page, `${engagement}/imports`, 'tbody a')
  await page.getByRole('link', { name: 'Map columns' }).first().click()
  await page.waitForURL(/mapping/)
}

async function photograph(browser: Browser, url: string, folder: string, wanted?: Set<string>) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const suffix = size === 'wide' ? theme : `${theme}-${size}`
      const context = await browser.newContext({ baseURL: url, viewport, colorScheme: theme })
      const page = await context.newPage()
      for (const [name, open] of pages) {
        const picture = `${name}-${suffix}`
        await open(page)
        if (wanted && !wanted.has(picture)) continue
        await page.locator('[data-live="live"]').waitFor({ state: 'attached' })
        await page.screenshot({ path: path.join(folder, `${picture}.png`) })
        console.log(picture)
      }
      await context.close()
    }
  }
}

async function signIn(page: Page) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('manager@portolan.test')
  await page.getByLabel('Password').fill('portolan-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/acme\//)
}

const [given] = process.argv.slice(2)
const folder = given ?? here('../docs/screenshots')
mkdirSync(folder, { recursive: true })
const url = await runningSite(here('../.data/site.json'))
const { file } = await findChromium()
const browser = await chromium.launch({
  executablePath: file,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  await photograph(browser, url, folder, given ? undefined : readmePictures)
} finally {
  await browser.close()
}
