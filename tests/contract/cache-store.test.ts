import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { clientNamespace, encodeTag, namespaceTag } from '@/lib/base/tag'
import { createKeys } from '@/lib/cache/keys'
import { longestEntryLife, storeLives } from '@/lib/cache/store'
import { connectUpstash, createUpstashStore } from '@/lib/cache/upstash-store'
import { describeStoreContract } from '@/tests/support/cache/store-contract'
import { farEnds } from '@/tests/support/far-ends'

/** A store in a part of the engine that no other test sees. */
function openStore(overrides: { url?: string; deadline?: number } = {}) {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  const env = randomUUID()
  const keys = createKeys(env)
  const nonce = () => randomBytes(6).toString('hex')
  const settings = { url, token, keys, nonce, deadline: 20_000, ...overrides }
  const redis = connectUpstash({ url, token, deadline: 20_000 })
  return {
    env,
    keys,
    redis,
    store: createUpstashStore({ ...settings, lives: storeLives(60_000, 10_000) }),
    hasty: createUpstashStore({ ...settings, lives: storeLives(0, 10_000) }),
    async flush() {
      const held = await redis.keys(`${env}:*`)
      if (held.length > 0) await redis.del(...held)
    },
  }
}

// The contract's entries have fixed names, which no other file uses.
describeStoreContract(async () => {
  const opened = openStore()
  await opened.redis.del('test:e:one', 'test:l:one', 'test:e:7')
  return opened
})

const namespace = clientNamespace('acme')
const tag = encodeTag(namespace, 'flow', '1')

test('tags outlive every entry; entries and leases have a life; markers have none', async () => {
  const { store, redis, keys } = openStore()
  const entryKey = keys.entry({ namespace, read: 'one', schemaHash: 'a', input: null })
  await store.lease(keys.lease(entryKey), [namespaceTag(namespace), tag])
  const lease = { key: 'none', versions: [] }
  await store.fill({ entryKey, lease, value: 'x', life: 5_000 })
  const life = (key: string) => redis.pttl(key)
  expect(await life(keys.tag(tag))).toBeGreaterThan(longestEntryLife + 60_000)
  expect(await life(keys.tag(namespaceTag(namespace)))).toBeGreaterThan(longestEntryLife + 60_000)
  expect(await life(entryKey)).toBeLessThanOrEqual(5_000)
  expect(await life(keys.lease(entryKey))).toBeLessThanOrEqual(10_000)
  expect(await life(keys.marker(namespace))).toBe(-1)
})

test('many requests that look at one value in one tick are one command', async () => {
  const { store, keys } = openStore()
  const tags = [namespaceTag(namespace), tag]
  const entryOf = (read: string) => keys.entry({ namespace, read, schemaHash: 'a', input: null })
  const { values: versions } = await store.lease(keys.lease(entryOf('one')), tags)
  const lease = { key: 'none', versions: [] }
  await store.fill({ entryKey: entryOf('one'), lease, value: 'x', life: 5_000 })

  const sent = vi.spyOn(globalThis, 'fetch')
  const one = store.look([{ entryKey: entryOf('one'), tags }])
  const two = store.look([
    { entryKey: entryOf('two'), tags },
    { entryKey: entryOf('one'), tags },
  ])
  const answers = [await one, await two]
  const bodies = sent.mock.calls.map(([, init]) => JSON.parse(String(init?.body)))
  sent.mockRestore()
  const found = { entry: 'x', values: versions }
  expect(answers).toEqual([[found], [{ entry: null, values: versions }, found]])
  const [first, second] = [entryOf('one'), entryOf('two')]
  expect(bodies).toEqual([[['mget', first, ...tags.map(keys.tag), second]]])
})

test('an event says which tags of its namespace changed', async () => {
  const { store, redis, keys } = openStore()
  const other = encodeTag(clientNamespace('other'), 'flow', '2')
  const events = await store.bump([tag, other], 'a')
  const stream = (await redis.xrange(keys.stream(namespace), '-', '+')) as unknown
  const [number, nonce] = events.get(namespace)?.split(':') ?? []
  const fields = ['nonce', nonce, 'id', 'a', 'tags', JSON.stringify([tag])]
  expect(stream).toEqual([[number, fields]])
})

test('an event is not taken for a lost one whose number it has, as after a failover', async () => {
  const { store, redis, keys } = openStore()
  const stream = keys.stream(namespace)
  // A clock that was ahead once: from here on an engine counts up from its last event.
  const ahead = () => redis.xadd(stream, '9999999999999-0', { of: 'both engines' })
  await ahead()
  const lost = (await store.bump([tag], 'a')).get(namespace) ?? ''
  expect(await store.present(namespace, [lost])).toEqual(new Set([lost]))
  await redis.del(stream)
  await ahead()
  const other = (await store.bump([encodeTag(namespace, 'flow', '2')], 'b')).get(namespace) ?? ''
  expect(other.split(':')[0]).toBe(lost.split(':')[0])
  expect(await store.present(namespace, [lost, other])).toEqual(new Set([other]))
})

test('an event that was noted without a nonce counts as lost', async () => {
  const { store } = openStore()
  const [number = ''] = (await store.bump([tag], 'a')).get(namespace)?.split(':') ?? []
  expect(await store.present(namespace, [number])).toEqual(new Set())
})

test('a version keeps every digit of the microsecond, and the nonce', async () => {
  const { store, keys } = openStore()
  await store.open(namespace)
  await store.lease('none', [tag])
  const looks = Array.from({ length: 40 }, async (_, index) => {
    await store.bump([tag], `a${index}`)
    return (await store.look([{ entryKey: keys.tag(tag), tags: [tag] }]))[0]?.values[0]
  })
  const seen = await Promise.all(looks)
  expect(seen.every((value) => value && /^\d{16}:\d+:[0-9a-f]{12}$/.test(value))).toBe(true)
})

test('scripts come back after the engine forgot them', async () => {
  const { store, redis } = openStore()
  await store.tidy([tag])
  await redis.scriptFlush()
  await store.tidy([tag])
})

test('an engine that cannot be reached is an error in words without keys and values', async () => {
  const { store } = openStore({ url: 'http://127.0.0.1:9' })
  const lease = { key: 'l', versions: [] }
  const failed = store.fill({ entryKey: 'secret-key', lease, value: 'secret', life: 1 })
  await expect(failed).rejects.toMatchObject({ name: 'StoreError' })
  await expect(failed).rejects.not.toThrow(/secret/)
})

test('a refused script is an error in words without keys and values', async () => {
  const { store, redis, keys } = openStore()
  await redis.lpush(keys.tag(tag), 'not a tag')
  await expect(store.tidy([tag])).rejects.toThrow(/WRONGTYPE/)
  await expect(store.tidy([tag])).rejects.not.toThrow(/acme/)
})
