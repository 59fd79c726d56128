import { expect, type Page } from '@playwright/test'
import type { Counts } from '@/lib/cache/counters'
import { type AllCounts, settledCounts } from '@/scripts/bench/journey/hit-ratio'
import { siteUrls } from '../support/sites'
import { siteEnvironment } from './support/behind-the-site'
import { apiOf } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const root = '/acme/dc-exit'
const [first = '', second = first] = siteUrls()

function sum(counts: AllCounts, names: readonly (keyof Counts)[]): number {
  return (
    [...counts]
      // Whoever writes in between is looked up by it, too.
      .filter(([read]) => read !== 'users.context')
      .flatMap(([, of]) => names.map((name) => of[name] ?? 0))
      .reduce((total, count) => total + count, 0)
  )
}

/** Every kind of page of the journey: address and heading. */
async function stations(page: Page): Promise<string[]> {
  await page.goto(`${root}/imports`)
  const flow = await page
    .getByRole('main')
    .locator('a[href*="/flows/"]')
    .first()
    .getAttribute('href')
  await page.goto(`${root}/inventory`)
  const asset = await page.locator('tbody').getByRole('link').first().getAttribute('href')
  return [
    root,
    `${root}/imports`,
    flow ?? '',
    `${flow}/mapping`,
    `${root}/inventory`,
    `${root}/inventory?sort=-cpu`,
    asset ?? '',
    `${root}/issues`,
  ]
}

test('a second walk is served from the cache, whatever others write meanwhile', async ({
  page,
  browser,
}) => {
  await beSignedIn(page, 'analyst@portolan.test')
  const pages = await stations(page)
  const others = await apiOf('foreignAnalyst', second)
  const storageState = await page.context().storageState()
  // In a browser of its own: with the copies of the first it would be told that nothing changed.
  const walk = async () => {
    const walker = await (await browser.newContext({ baseURL: first, storageState })).newPage()
    for (const [index, address] of pages.entries()) {
      const file = { name: `unrelated-${index}.csv`, sizeBytes: 5, partCount: 1, partSize: 5 }
      const written = await others.post('/api/globex/pilot/imports', { data: file })
      expect(written.status()).toBe(201)
      await walker.goto(address)
      await expect(walker.getByRole('heading', { level: 1 })).toBeVisible()
    }
    await walker.context().close()
  }
  await walk()
  const env = siteEnvironment()
  const before = await settledCounts({ env })
  await walk()
  const after = await settledCounts({ env })
  const outcomes = ['hits', 'stale', 'misses', 'joins', 'bypasses'] as const
  const reads = sum(after, outcomes) - sum(before, outcomes)
  const hits = sum(after, ['hits']) - sum(before, ['hits'])
  const words = `${hits} of ${reads} reads were hits, ${pages.length} writes between`
  test.info().annotations.push({ type: 'hit ratio', description: words })
  process.stdout.write(`second walk: ${words}\n`)
  expect(reads).toBeGreaterThan(pages.length)
  expect(hits / reads, words).toBeGreaterThanOrEqual(0.95)
})
