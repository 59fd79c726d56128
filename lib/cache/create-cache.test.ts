import { beforeEach, describe, expect, test } from 'vitest'
import { acme, createWorld, flowRead, flowTag, settle } from '@/tests/support/cache/instance'
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

/** Holds the answers of the loads from now on. */
function holdLoads(): () => void {
  let open = (): void => undefined
  world.origin.gate = new Promise((resolve) => {
    open = resolve
  })
  return open
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

  test('that comes during a load leaves a fill that is never valid', async () => {
    const open = holdLoads()
    const late = read()
    await settle()
    await change('1', 'new')
    open()
    expect(await late).toBe('one')
    expect(await read()).toBe('new')
  })

  test('is not joined to a load that began before it', async () => {
    const open = holdLoads()
    const before = read()
    await settle()
    await change('1', 'new')
    const after = read()
    await settle()
    open()
    // Neither it nor the lease of the reader before holds the later one back for long.
    expect(await patiently(Promise.all([before, after]))).toEqual(['one', 'new'])
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

  test('that was rolled back leaves the value valid', async () => {
    await read()
    await world.invalidation.lift([flowTag('1')], await world.invalidation.fence([flowTag('1')]))
    await read()
    expect(world.origin.loads).toEqual(['1'])
  })

  test('whose writer died is found by the reader that sees its fence expired', async () => {
    await read()
    await world.invalidation.fence([flowTag('1')])
    world.origin.values.set('1', 'new')
    await world.advance(61_000)
    expect(await read()).toBe('new')
    await settle()
    expect(await read()).toBe('new')
    expect(kinds().slice(-2)).toEqual(['miss', 'fill'])
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
    const open = holdLoads()
    const first = read()
    await settle()
    const others = Array.from({ length: 20 }, () => read())
    await settle()
    open()
    expect(new Set(await Promise.all([first, ...others]))).toEqual(new Set(['one']))
    expect(world.origin.loads).toEqual(['1'])
  })

  test('of two instances load once; the loser waits for the value', async () => {
    const open = holdLoads()
    const first = read()
    await settle()
    const second = world.openInstance().forRequest().read(flow, null, '1')
    await settle()
    open()
    await world.advance(100)
    expect(await Promise.all([first, second])).toEqual(['one', 'one'])
    expect(world.origin.loads).toEqual(['1'])
  })

  test('do not wait for ever when the holder of the lease is dead', async () => {
    const open = holdLoads()
    void world.openInstance().forRequest().read(flow, null, '1')
    await settle()
    world.origin.gate = Promise.resolve()
    const second = read()
    expect(await patiently(second)).toBe('one')
    open()
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
  test('a value that was tampered with is a miss', async () => {
    await read()
    for (const [key, text] of world.store.entries) {
      world.store.entries.set(key, `${text.slice(0, -8)}AAAAAAAA`)
    }
    expect(await read()).toBe('one')
    expect(happened().at(-2)).toEqual({ kind: 'miss', read: 'flow', reason: 'unreadable' })
  })

  test('after a loss of everything nothing is stored until the quarantine ends', async () => {
    await read()
    world.store.flush()
    await read()
    expect(world.store.entries.size).toBe(0)
    await world.advance(61_000)
    await read()
    await settle()
    await read()
    expect(world.store.entries.size).toBe(1)
  })

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

  test('a silent Redis costs the budget once, then nothing, and is drained before it is used', async () => {
    world.store.suffer('never answered')
    const first = read()
    await world.advance(150)
    expect(await first).toBe('one')
    expect(await read()).toBe('one')
    expect(world.store.calls).toEqual(['look'])
    world.store.suffer(null)
    await world.advance(1000)
    await read()
    await settle()
    expect(world.drains).toHaveLength(1)
    expect(kinds().filter((kind) => kind === 'breaker')).toHaveLength(2)
    await read()
    await read()
    expect(happened().at(-1)).toMatchObject({ kind: 'hit' })
  })

  test('a subscriber that breaks does not break a read', async () => {
    world.events.push = () => {
      throw new Error('full')
    }
    expect(await read()).toBe('one')
  })
})
