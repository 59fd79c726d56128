import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeys } from '@/lib/cache/keys'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { farEnds } from '@/tests/support/far-ends'

function openCounts(env: string, overrides: { url?: string } = {}) {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  return createUpstashCounts({ url, token, deadline: 20_000, keys: createKeys(env), ...overrides })
}

test('the counts of many instances add up, read by read', async () => {
  const env = randomUUID()
  const [one, other] = [openCounts(env), openCounts(env)]
  expect(await one.readAll()).toEqual(new Map())
  await one.add(new Map())
  await Promise.all([
    one.add(new Map([['flows.page', { hits: 3, loadMs: 40 }]])),
    other.add(
      new Map([
        ['flows.page', { hits: 4 }],
        ['imports: list', { misses: 1 }],
      ]),
    ),
  ])
  expect(await other.readAll()).toEqual(
    new Map([
      ['flows.page', { hits: 7, loadMs: 40 }],
      ['imports: list', { misses: 1 }],
    ]),
  )
  expect(await openCounts(randomUUID()).readAll()).toEqual(new Map())
})

test('an engine that cannot be reached is an error in words', async () => {
  const counts = openCounts('none', { url: 'http://127.0.0.1:9' })
  await expect(counts.readAll()).rejects.toMatchObject({ name: 'StoreError' })
})
