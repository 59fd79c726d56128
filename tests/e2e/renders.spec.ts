import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { siteUrls } from '../support/sites'
import { asOwner, runCron } from './support/behind-the-site'
import { bringFile, workplace } from './support/bring-file'
import { apiOf, people } from './support/people'
import { takeRenders, watchRenders } from './support/renders'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const place = '/acme/dc-exit'
/** Hardly any other test writes here. */
const quietPlace = '/globex/pilot'

/** The side's list and the phone's bar have each link once, and each asks whether it is present. */
const lists = 2

test('going on draws nothing of the frame anew but what names the present page', async ({
  page,
}) => {
  test.slow()
  await watchRenders(page)
  await beSignedIn(page, people.foreignAnalyst)
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  const goTo = async (section: string) => {
    const before = new URL(page.url()).pathname
    await takeRenders(page, 'html')
    await links.filter({ hasText: section }).click()
    await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible()
    const inLinks = await takeRenders(page, '[data-chrome] a', '[data-chrome]')
    const here = new URL(page.url()).pathname
    const { rest = 0, [before]: _, [here]: __, ...others } = inLinks
    return { others: Object.values(others), rest }
  }
  // What somebody else changes meanwhile shows the whole page anew, the frame with it.
  await expect(async () => {
    await page.goto(quietPlace)
    await expect(page.locator('[data-live="live"]')).toBeVisible()
    for (const section of ['Inventory', 'Issues', 'Imports']) {
      const { others, rest } = await goTo(section)
      process.stdout.write(`${section}: other links ${others}, rest of the frame ${rest}\n`)
      expect(others, 'links that were not and are not the present one').toEqual(
        others.map(() => lists),
      )
      expect(rest, 'the crumb that names the section, and nothing else').toBeLessThanOrEqual(2)
    }
  }).toPass({ timeout: 120_000 })
})

test('a list in which somebody else changed one row draws that row anew, and no other', async ({
  page,
}) => {
  await watchRenders(page)
  await beSignedIn(page, people.viewer)
  await page.goto(`${place}/inventory`)
  await expect(page.locator('[data-live="live"]')).toBeVisible()
  const row = page.locator('tbody tr').nth(1)
  const id = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1)
  const [asset] = await asOwner(sql`select environment from assets where id = ${id}`)
  const change = async (environment: unknown) => {
    await asOwner(sql`update assets set environment = ${environment} where id = ${id}`)
    await runCron(siteUrls()[0] ?? '')
  }
  await takeRenders(page, 'html')
  await change('elsewhere')
  await expect(row).toContainText('Elsewhere')
  const counts = await takeRenders(page, 'tbody tr', 'tbody')
  process.stdout.write(`rows: ${JSON.stringify(counts)}\n`)
  expect(Object.keys(counts)).toEqual([(await row.textContent())?.trim()])
  await change(asset?.environment ?? null)
})

test('a decision draws anew the row that it concerns, and where the keys stand', async ({
  page,
  baseURL,
}) => {
  const api = await apiOf('analyst', baseURL)
  const columns =
    'Server Name,IP Address,CPU Count,Memory (MB),Operating System,Business Owner,Zzyx'
  const row = 'renders-1,10.79.0.1,4,8192,Ubuntu Linux 22.04,Ada,q'
  const { flowId } = await bringFile(api, 'renders.csv', `${columns}\n${row}\n`)
  await api.dispose()
  await watchRenders(page)
  await beSignedIn(page, people.analyst)
  await page.goto(`${workplace}/flows/${flowId}/mapping`)
  await expect(page.getByRole('listitem', { name: 'Column CPU Count', exact: true })).toBeVisible()
  await takeRenders(page, 'html')
  const answered = page.waitForResponse(/mappings\/approve$/)
  await page.getByRole('button', { name: 'Approve CPU Count' }).click()
  await answered
  await expect(page.getByRole('region', { name: /^Approved/ }).getByRole('listitem')).toHaveCount(1)
  await expect(page.locator('li [aria-busy=true]')).toHaveCount(0)
  const counts = await takeRenders(page, 'li[aria-label^="Column "]')
  process.stdout.write(`columns: ${JSON.stringify(counts)}\n`)
  const others = Object.keys(counts).filter((label) => label !== 'Column CPU Count')
  expect(others.length, others.join()).toBeLessThanOrEqual(1)
})
