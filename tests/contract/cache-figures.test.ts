import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeys } from '@/lib/cache/keys'
import { noPathFigures, noReadFigures, type ReadFigures } from '@/lib/cache/path-figures'
import { createUpstashFigures } from '@/lib/cache/upstash-figures'
import { createHourlyCounts } from '@/lib/cache/upstash-hours'
import { createUpstashInstances } from '@/lib/cache/upstash-instances'
import { farEnds } from '@/tests/support/far-ends'

const hour = 3_600_000
const now = 480_000 * hour + 1

function address(env: string) {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  return { url, token, deadline: 20_000, keys: createKeys(env) }
}

/** So many hits on the path `redis`, each of the first class of time. */
function hits(count: number): ReadFigures {
  const redis = noPathFigures()
  redis.outcomes.hit = count
  redis.latency[0] = count
  return { ...noReadFigures(), paths: { redis } }
}

test('the figures of many instances add up, read by read, path by path', async () => {
  const env = randomUUID()
  const [one, other] = [createUpstashFigures(address(env)), createUpstashFigures(address(env))]
  expect(await one.read(now, 2)).toEqual(new Map())
  await one.add(new Map([['a', noReadFigures()]]), now)
  const compared = { ...noReadFigures(), shadow: { equal: 5, legacy: 2, redis: 0, moved: 1 } }
  await Promise.all([
    one.add(new Map([['imports: list', hits(3)]]), now),
    other.add(
      new Map([
        ['imports: list', hits(4)],
        ['flows.page', compared],
      ]),
      now,
    ),
  ])
  expect(await other.read(now, 1)).toEqual(
    new Map([
      ['imports: list', hits(7)],
      ['flows.page', compared],
    ]),
  )
  expect(await createUpstashFigures(address(randomUUID())).read(now, 1)).toEqual(new Map())
})

test('each hour is kept by itself', async () => {
  const figures = createUpstashFigures(address(randomUUID()))
  await figures.add(new Map([['flows.page', hits(3)]]), now - 2 * hour)
  await figures.add(new Map([['flows.page', hits(1)]]), now)
  expect(await figures.read(now, 2)).toEqual(new Map([['flows.page', hits(1)]]))
  expect(await figures.read(now, 3)).toEqual(new Map([['flows.page', hits(4)]]))
})

test('what processes say of themselves is known to all while they live', async () => {
  const env = randomUUID()
  const [one, other] = [createUpstashInstances(address(env)), createUpstashInstances(address(env))]
  expect(await one.readAll()).toEqual(new Map())
  await one.note('p1', 'old', 60_000)
  await other.note('p2', 'old', 1)
  await one.note('p1', 'new', 60_000)
  await expect.poll(() => other.readAll()).toEqual(new Map([['p1', 'new']]))
  await other.note('p2', 'new', 60_000)
  expect((await one.readAll()).size).toBe(2)
})

test('an engine that cannot be reached is an error in words', async () => {
  const nowhere = { ...address('none'), url: 'http://127.0.0.1:9' }
  const error = { name: 'StoreError' }
  await expect(createUpstashFigures(nowhere).read(now, 1)).rejects.toMatchObject(error)
  await expect(createUpstashInstances(nowhere).readAll()).rejects.toMatchObject(error)
})

test('what is counted under any name adds up hour by hour', async () => {
  const { keys, ...to } = address(randomUUID())
  const [one, other] = [createHourlyCounts(to, keys.vitals), createHourlyCounts(to, keys.vitals)]
  expect(await one.read(now, 2)).toEqual([])
  await one.add([['nothing', 0]], now)
  await Promise.all([
    one.add([['redis LCP 3 /:client/:engagement', 2]], now),
    other.add([['redis LCP 3 /:client/:engagement', 5]], now),
  ])
  await one.add([['legacy INP 1 /admin', 1]], now - hour)
  expect(await other.read(now, 1)).toEqual([['redis LCP 3 /:client/:engagement', 7]])
  expect(await other.read(now, 2)).toHaveLength(2)
  expect(await other.read(now + hour, 1)).toEqual([])
})
