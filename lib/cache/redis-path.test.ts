import { beforeEach, describe, expect, test } from 'vitest'
import {
  acme,
  createWorld,
  flowRead,
  flowTag,
  holdLoads,
  settle,
} from '@/tests/support/cache/instance'
import { defineRead } from './read-policy'

let world: ReturnType<typeof createWorld>
let instance: ReturnType<typeof world.openInstance>
const flow = flowRead()
/** A read of a request of its own. */
const read = (id = '1', policy = flow) => instance.forRequest().read(policy, null, id)
/** What happened, but for what every read and every load reports. */
const happened = () => world.events.filter(({ kind }) => kind !== 'answered' && kind !== 'loaded')
const kinds = () => happened().map(({ kind }) => kind)

/** What a command does, with the commit between its fence and its bump. */
async function change(id: string, value: unknown) {
  const fence = await world.invalidation.fence([flowTag(id)])
  world.origin.values.set(id, value)
  await world.invalidation.bump([flowTag(id)], fence)
}

/** Moves the clock on while something waits. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  for (let turn = 0; turn < 10; turn++) await world.advance(300)
  return work
}

beforeEach(() => {
  world = createWorld()
  instance = world.openInstance()
  world.origin.values.set('1', 'one').set('2', 'two')
})

describe('a request', () => {
  test('misses, loads and fills; the next one hits with one call', async () => {
    expect(await read()).toBe('one')
    expect(world.store.calls).toEqual(['look', 'lease', 'fill'])
    expect(await read()).toBe('one')
    expect(world.store.calls.slice(3)).toEqual(['look'])
    expect(world.origin.loads).toEqual(['1'])
    expect(kinds()).toEqual(['miss', 'fill', 'hit'])
  })

  test('reads of one tick share one look, and the same read runs once', async () => {
    await Promise.all([read('1'), read('2')])
    world.store.calls.length = 0
    const cache = instance.forRequest()
    const values = await Promise.all([
      cache.readMany(flow, null, ['1', '2']),
      cache.read(flow, null, '1'),
    ])
    expect(values).toEqual([['one', 'two'], 'one'])
    expect(world.store.calls).toEqual(['look'])
  })

  test('sees its own write once it forgot what it had read', async () => {
    const cache = instance.forRequest()
    await cache.read(flow, null, '1')
    await change('1', 'new')
    cache.forget()
    expect(await cache.read(flow, null, '1')).toBe('new')
  })

  test('of a read that is not declared cached goes to the source', async () => {
    const plain = defineRead<unknown, null, null, number>({ name: 'plain', load: async () => 7 })
    expect(await instance.forRequest().read(plain, null, null)).toBe(7)
    expect(world.store.calls).toEqual([])
    expect(happened()).toEqual([{ kind: 'bypass', read: 'plain', reason: 'uncached' }])
  })

  test('that fails stores nothing, gives the lease back and may be made again', async () => {
    world.origin.values.set('1', new Error('down'))
    const cache = instance.forRequest()
    await expect(cache.read(flow, null, '1')).rejects.toThrow('down')
    await settle()
    expect(world.store.leases.size).toBe(0)
    world.origin.values.set('1', 'back')
    expect(await cache.read(flow, null, '1')).toBe('back')
  })

  test('whose value JSON would change is answered and not stored', async () => {
    const at = new Date(0)
    world.origin.values.set('1', at)
    expect(await read()).toBe(at)
    expect(world.store.entries.size).toBe(0)
    expect(world.store.leases.size).toBe(0)
  })
})

describe('a change', () => {
  test('is seen by every instance at once', async () => {
    const other = world.openInstance().forRequest()
    await read()
    await change('1', 'new')
    expect(await other.read(flow, null, '1')).toBe('new')
  })

  test('under way sends readers to the database, and nothing of it is stored', async () => {
    await read()
    await world.invalidation.fence([flowTag('1')])
    const stored = [...world.store.entries.values()]
    world.origin.values.set('1', 'new')
    expect(await read()).toBe('new')
    expect([...world.store.entries.values()]).toEqual(stored)
    expect(happened().at(-1)).toEqual({ kind: 'bypass', read: 'flow', reason: 'fence' })
  })

  test('of a whole namespace makes all its values invalid', async () => {
    await read()
    await world.invalidation.purge(acme)
    await read()
    expect(world.origin.loads).toEqual(['1', '1'])
  })
})

describe('readers at one time', () => {
  test('of one instance share one load', async () => {
    const open = holdLoads(world.origin)
    const first = read()
    await settle()
    const others = Array.from({ length: 20 }, () => read())
    await settle()
    open()
    expect(new Set(await Promise.all([first, ...others]))).toEqual(new Set(['one']))
    expect(world.origin.loads).toEqual(['1'])
  })

  test('of two instances load once; the loser waits for the value', async () => {
    const open = holdLoads(world.origin)
    const first = read()
    await settle()
    const second = world.openInstance().forRequest().read(flow, null, '1')
    await settle()
    open()
    await world.advance(100)
    expect(await Promise.all([first, second])).toEqual(['one', 'one'])
    expect(world.origin.loads).toEqual(['1'])
  })
})

describe('expiry', () => {
  const waiting = flowRead({ staleWhileRevalidate: true })
  const forgiving = flowRead({ staleIfError: true })

  test('a value past its soft expiry is loaded anew', async () => {
    await read()
    world.origin.values.set('1', 'quietly changed')
    await world.advance(60_000)
    expect(await read()).toBe('quietly changed')
  })

  test('a policy may serve it and load behind the back, never past the hard expiry', async () => {
    await read('1', waiting)
    world.origin.values.set('1', 'quietly changed')
    await world.advance(60_000)
    expect(await read('1', waiting)).toBe('one')
    await settle()
    expect(await read('1', waiting)).toBe('quietly changed')
    await world.advance(600_000)
    world.origin.values.set('1', 'again')
    expect(await read('1', waiting)).toBe('again')
  })

  test('a policy may serve it when the load fails, but never an invalidated one', async () => {
    await read('1', forgiving)
    world.origin.values.set('1', new Error('down'))
    await world.advance(60_000)
    expect(await read('1', forgiving)).toBe('one')
    expect(happened().at(-1)).toEqual({ kind: 'hit', read: 'flow', stale: true })
    await world.invalidation.bump([flowTag('1')])
    await expect(read('1', forgiving)).rejects.toThrow('down')
  })
})

describe('trouble', () => {
  test.each(['look', 'lease', 'fill'] as const)('a failing %s costs no answer', async (call) => {
    world.store.meet(call, 'lost')
    expect(await read()).toBe('one')
    expect(kinds()).toContain('storeFailed')
  })

  test.each(['unanswered', 'twice'] as const)(
    'calls that are %s leave no old value',
    async (fault) => {
      world.store.suffer(fault)
      await patiently(read())
      const fence = await world.invalidation.fence([flowTag('1')]).catch(() => 'id1')
      world.origin.values.set('1', 'new')
      await world.invalidation.bump([flowTag('1')], fence).catch(() => undefined)
      expect(await patiently(read())).toBe('new')
      world.store.suffer(null)
      await world.advance(1000)
      expect(await patiently(read())).toBe('new')
    },
  )

  test('a subscriber that breaks does not break a read', async () => {
    world.events.push = () => {
      throw new Error('full')
    }
    expect(await read()).toBe('one')
  })
})
