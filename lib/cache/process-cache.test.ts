import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { encodeTag } from '@/lib/base/tag'
import {
  acme,
  createWorld,
  flowRead,
  flowTag,
  holdLoads,
  type Origin,
  settle,
} from '@/tests/support/cache/instance'
import type { CachePath } from './cache'
import { defineRead } from './read-policy'

let world: ReturnType<typeof createWorld>
let cache: ReturnType<typeof world.openProcess>
const flow = flowRead()
const read = (path: CachePath, id = '1') => cache.forRequest().read(path, flow, null, id)

beforeEach(() => {
  world = createWorld()
  cache = world.openProcess()
  world.origin.values.set('1', 'one').set('2', 'two')
})

describe('the path of a read', () => {
  test('off asks the source every time, and nothing else', async () => {
    expect([await read('off'), await read('off')]).toEqual(['one', 'one'])
    expect(world.origin.loads).toEqual(['1', '1'])
    expect(world.store.calls).toEqual([])
  })

  test('legacy asks nothing of Redis, and redis nothing of the map', async () => {
    await read('legacy')
    await read('legacy')
    expect(world.store.calls).toEqual([])
    world.origin.values.set('1', 'new')
    expect(await read('redis')).toBe('new')
    expect(await read('legacy')).toBe('one')
  })

  test('may change from read to read; a change reaches every path of the process that wrote', async () => {
    for (const path of ['legacy', 'redis'] as const) await read(path)
    world.origin.values.set('1', 'new')
    await world.invalidation.bump([flowTag('1')])
    cache.announced([flowTag('1')])
    for (const path of ['off', 'legacy', 'shadow', 'redis'] as const) {
      expect(await read(path)).toBe('new')
    }
  })
})

describe('the facts of a request', () => {
  test('tell how each read went, with age and life in seconds', async () => {
    await read('redis')
    await world.advance(15_000)
    const request = cache.forRequest()
    await request.readMany('redis', flow, null, ['1', '2'])
    const shared = { read: 'flow', path: 'redis', milliseconds: 0 }
    expect(request.facts()).toEqual([
      { ...shared, outcome: 'hit', ageSeconds: 15, ttlSeconds: 45, tags: [acme, flowTag('1')] },
      {
        ...shared,
        outcome: 'miss',
        reason: 'absent',
        ageSeconds: 0,
        ttlSeconds: 60,
        tags: [acme, flowTag('2')],
      },
    ])
  })

  test('count the same read once until the request forgets', async () => {
    const request = cache.forRequest()
    await Promise.all([1, 2].map(() => request.read('legacy', flow, null, '1')))
    await request.read('legacy', flow, null, '1')
    request.forget()
    await request.read('legacy', flow, null, '1')
    expect(request.facts().map(({ outcome }) => outcome)).toEqual(['miss', 'hit'])
  })

  test.each([
    ['off', 'off'],
    ['redis', 'fence'],
  ] as const)('name why the path %s passed by the cache: %s', async (path, reason) => {
    await world.invalidation.fence([flowTag('1')])
    const request = cache.forRequest()
    await request.read(path, flow, null, '1')
    expect(request.facts()).toMatchObject([{ path, outcome: 'bypass', reason }])
    expect(request.facts()[0]).not.toHaveProperty('ageSeconds')
  })

  test('leave out what failed', async () => {
    world.origin.values.set('1', new Error('down'))
    const request = cache.forRequest()
    await expect(request.read('legacy', flow, null, '1')).rejects.toThrow('down')
    expect(request.facts()).toEqual([])
  })

  test('name a load that was joined, and a value old by choice', async () => {
    const waiting = flowRead({ staleWhileRevalidate: true })
    const first = read('redis')
    await settle()
    const joined = cache.forRequest()
    await Promise.all([first, joined.read('redis', flow, null, '1')])
    await world.advance(70_000)
    const old = cache.forRequest()
    await old.read('redis', waiting, null, '1')
    expect(old.facts()).toMatchObject([{ outcome: 'stale', ageSeconds: 70, ttlSeconds: -10 }])
  })
})

describe('a declaration', () => {
  const key = { part: 'a', asker: 'somebody' }
  const declared = (tags: () => ReturnType<typeof flowTag>[]) =>
    defineRead<Origin, { part: string; asker?: string }, null, unknown>({
      name: 'declared',
      load: async (_, given) => given,
      caching: {
        version: 1,
        identity: ({ part }) => ({ part }),
        namespace: () => acme,
        tags,
        profile: { soft: 1000, hard: 1000, staleWhileRevalidate: false, staleIfError: false },
        legacyLife: 1000,
      },
    })

  test.each(['off', 'legacy', 'redis'] as const)(
    'lets no value depend on more of its key than it says, path %s',
    async (path) => {
      const value = cache.forRequest().read(
        path,
        declared(() => []),
        key,
        null,
      )
      expect(await value).toEqual({ part: 'a' })
    },
  )

  test('serves all who ask for the same', async () => {
    const policy = declared(() => [])
    await cache.forRequest().read('redis', policy, key, null)
    const other = cache.forRequest()
    await other.read('redis', policy, { part: 'a', asker: 'another' }, null)
    expect(other.facts()).toMatchObject([{ outcome: 'hit' }])
  })

  test('of more tags than a script may touch is refused in words', async () => {
    const tags = Array.from({ length: 512 }, (_, index) => encodeTag(acme, 'flow', `${index}`))
    const value = cache.forRequest().read(
      'legacy',
      declared(() => tags),
      key,
      null,
    )
    await expect(value).rejects.toThrow(/^The read declared names 513 tags, and 512 are the most/)
  })
})

test('a value that JSON would change breaks its read where values are to be strict', async () => {
  const strict = world.openProcess({ strictValues: true })
  world.origin.values.set('1', { at: new Date(0) })
  const request = strict.forRequest()
  await expect(request.read('redis', flow, null, '1')).rejects.toThrow(
    'The value of flow would not come back from JSON as it is: $.at',
  )
  await settle()
  expect(world.store.leases.size).toBe(0)
  expect(await read('redis')).toEqual({ at: new Date(0) })
})

test('a value that is too large is answered, reported and not kept', async () => {
  const large = randomBytes(300_000).toString('base64')
  world.origin.values.set('1', large)
  expect(await read('redis')).toBe(large)
  await settle()
  expect(world.events).toContainEqual({ kind: 'unfilled', read: 'flow', reason: 'oversize' })
  expect(world.store.entries.size).toBe(0)
  expect(world.store.leases.size).toBe(0)
})

test('warming loads what is not there yet', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `${index}`)
  await read('redis')
  await cache.warm(flow, null, ids)
  expect(world.origin.loads.toSorted()).toEqual(ids.toSorted())
  const request = cache.forRequest()
  await request.readMany('redis', flow, null, ids)
  expect(request.facts().every(({ outcome }) => outcome === 'hit')).toBe(true)
})

test('every load is reported with its time, and every read with its path', async () => {
  const open = holdLoads(world.origin)
  const value = read('redis')
  await world.advance(40)
  open()
  await value
  expect(world.events).toContainEqual({ kind: 'loaded', read: 'flow', milliseconds: 40 })
  expect(world.events.at(-1)).toEqual({
    kind: 'answered',
    read: 'flow',
    path: 'redis',
    outcome: 'miss',
    milliseconds: 40,
  })
})
