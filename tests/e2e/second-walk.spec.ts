import { expect, type Page } from '@playwright/test'
import type { Counts } from '@/lib/cache/counters'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { keysOfDatabase } from '@/lib/write/connect'
import { siteUrls } from '../support/sites'
import { siteEnvironment } from './support/behind-the-site'
import { apiOf } from './support/people'
import { beSignedIn } from './support/sign-in'
import { test } from './support/test'

const root = '/acme/dc-exit'
const [first = '', second = first] = siteUrls()

/** What every instance has counted; read when nothing more comes. */
async function settledCounts(): Promise<Map<string, Counts>> {
  const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN, DATABASE_URL } = siteEnvironment()
  const store = createUpstashCounts({
    url: UPSTASH_REDIS_REST_URL ?? '',
    token: UPSTASH_REDIS_REST_TOKEN ?? '',
    keys: keysOfDatabase(DATABASE_URL ?? ''),
    deadline: 5_000,
  })
  let counts = new Map<string, Counts>()
  const isSettled = async () => {
    const before = JSON.stringify([...counts])
    counts = await store.readAll()
    return JSON.stringify([...counts]) === before
  }
  // Counts are gathered for two seconds before they are sent.
  await expect.poll(isSettled, { intervals: [3_000], timeout: 60_000 }).toBe(true)
  return counts
}

function sum(counts: ReadonlyMap<string, Counts>, names: readonly (keyof Counts)[]): number {
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
  const before = await settledCounts()
  await walk()
  const after = await settledCounts()
  const outcomes = ['hits', 'stale', 'misses', 'joins', 'bypasses'] as const
  const reads = sum(after, outcomes) - sum(before, outcomes)
  const hits = sum(after, ['hits']) - sum(before, ['hits'])
  const words = `${hits} of ${reads} reads were hits, ${pages.length} writes between`
  test.info().annotations.push({ type: 'hit ratio', description: words })
  process.stdout.write(`second walk: ${words}\n`)
  expect(reads).toBeGreaterThan(pages.length)
  expect(hits / reads, words).toBeGreaterThanOrEqual(0.95)
})
