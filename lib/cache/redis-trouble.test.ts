import { beforeEach, describe, expect, test } from 'vitest'
import { namespaceTag } from '@/lib/base/tag'
import { acme, createWorld, flowRead, flowTag, settle } from '@/tests/support/cache/instance'

// What must not go wrong when Redis fails or forgets, under the names that docs/cache.md uses.

let world: ReturnType<typeof createWorld>
let instance: ReturnType<typeof world.openInstance>
let writer: ReturnType<typeof world.openWriter>
const flow = flowRead({ soft: 600_000 })
const read = (id = '1') => instance.forRequest().read(flow, null, id)
const lastOutcome = () => {
  const last = world.events.findLast((event) => event.kind === 'answered')
  return last?.kind === 'answered' ? last.outcome : null
}
const states = () => world.events.flatMap((e) => (e.kind === 'breaker' ? [e.state] : []))

/** A change that every part of Redis hears of. */
async function write(value: unknown) {
  await writer.fence()
  writer.commit(value)
  await writer.bump()
}

/** Moves the clock on while something waits for Redis. */
async function inTime<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  const settled = Promise.allSettled([work])
  for (let turn = 0; turn < 10; turn++) await world.advance(300)
  const [outcome] = await settled
  return outcome
}

beforeEach(async () => {
  world = createWorld()
  instance = world.openInstance()
  writer = world.openWriter('1')
  world.origin.values.set('1', 'old').set('2', 'two')
  await read()
  world.store.calls.length = 0
  world.origin.loads.length = 0
})

describe('Redis that forgets', () => {
  test('tag evicted: the value is loaded anew, and the tag never has its old version again', async () => {
    const before = world.store.tags.get(flowTag('1'))
    world.store.tags.delete(flowTag('1'))
    expect(await read()).toBe('old')
    expect(lastOutcome()).toBe('miss')
    expect(world.store.tags.get(flowTag('1'))).not.toBe(before)
    world.store.tags.delete(flowTag('1'))
    await write('new')
    expect(await read()).toBe('new')
  })

  test('entry evicted: the value is loaded anew', async () => {
    world.store.entries.clear()
    expect(await read()).toBe('old')
    expect(lastOutcome()).toBe('miss')
    await read()
    expect(lastOutcome()).toBe('hit')
  })

  test('FLUSHALL while a command is between fence and commit: nothing old is kept', async () => {
    await writer.fence()
    world.store.flush()
    expect(await read()).toBe('old')
    writer.commit('new')
    expect(await read()).toBe('new')
    await writer.bump()
    expect(await read()).toBe('new')
    expect(world.store.tags.get(namespaceTag(acme))).toContain('|quarantine@')
    await world.advance(61_000)
    for (let turn = 0; turn < 3; turn++) {
      expect(await read()).toBe('new')
      await settle()
    }
    expect(lastOutcome()).toBe('hit')
  })

  test('Redis failover with lost writes: the event is gone, and bumping again makes it new', async () => {
    const goBack = world.store.snapshot()
    await writer.fence()
    writer.commit('new')
    const events = await world.invalidation.bump([flowTag('1')], 'id1')
    goBack()
    // Until the audit has run an old value may be served: that is not promised.
    const ids = [...events.values()]
    expect(await world.store.present(acme, ids)).toEqual(new Set())
    await world.invalidation.bump([flowTag('1')])
    expect(await read()).toBe('new')
  })

  test('Redis failover: a value that was stored after the write and lost is loaded anew', async () => {
    const goBack = world.store.snapshot()
    await write('new')
    await read()
    await write('newer')
    goBack()
    await world.invalidation.bump([flowTag('1')])
    expect(await read()).toBe('newer')
  })
})

describe('Redis that does not answer', () => {
  test('down during a write and back later: it is told what it missed before it is trusted', async () => {
    world.drain = () => world.invalidation.bump([flowTag('1')]).then(() => undefined)
    world.store.suffer('lost')
    await expect(writer.fence()).rejects.toThrow('lost')
    writer.commit('new')
    await expect(writer.bump()).rejects.toThrow('lost')
    expect(await read()).toBe('new')
    world.store.suffer(null)
    await world.advance(1000)
    expect(await read()).toBe('new')
    await settle()
    expect(world.drains).toHaveLength(1)
    expect(await read()).toBe('new')
    expect(lastOutcome()).toBe('miss')
  })

  test('down during a write: an instance that cannot drain goes on asking the source', async () => {
    world.drain = () => Promise.reject(new Error('no database'))
    world.store.suffer('lost')
    await read()
    world.store.suffer(null)
    for (let turn = 0; turn < 3; turn++) {
      await world.advance(60_000)
      await read()
      await settle()
    }
    expect(lastOutcome()).toBe('bypass')
    expect(states()).toEqual(['open'])
  })

  test('writer cut off while readers are not: pending until its facts are told', async () => {
    world.store.meet('fence', 'lost')
    world.store.meet('bump', 'lost')
    await expect(writer.fence()).rejects.toThrow()
    writer.commit('new')
    await expect(writer.bump()).rejects.toThrow()
    // Not acknowledged as done, so readers may be late; the relay ends it.
    await world.invalidation.bump([flowTag('1')])
    expect(await read()).toBe('new')
  })

  test.each(['unanswered', 'never answered'] as const)(
    'ambiguous time-out of the fence (%s): a rollback opens what it may have shut',
    async (fault) => {
      world.store.meet('fence', fault)
      expect(await inTime(writer.fence())).toMatchObject({ status: 'rejected' })
      await writer.lift()
      expect(await read()).toBe('old')
    },
  )

  test('ambiguous time-out of the bump: applied or not, no old value is served after the fence', async () => {
    for (const fault of ['unanswered', 'never answered', 'lost', 'refused', 'twice'] as const) {
      world.store.meet('bump', fault)
      await writer.fence()
      writer.commit(fault)
      await inTime(writer.bump())
      expect(await read()).toBe(fault)
    }
  })

  test('a late answer to a look serves what was true when it was asked, and only to who asked', async () => {
    const answer = world.store.holdAnswer('look')
    const early = read()
    await answer.reached
    await write('new')
    const late = read()
    answer.letGo()
    expect(await Promise.all([early, late])).toEqual(['old', 'new'])
  })

  test.each(['lease', 'fill', 'release', 'tidy'] as const)(
    'a %s that fails or comes twice costs no answer',
    async (call) => {
      for (const fault of ['lost', 'refused', 'unanswered', 'twice'] as const) {
        world.store.meet(call, fault)
        await write(fault)
        expect(await inTime(read())).toEqual({ status: 'fulfilled', value: fault })
        expect(await inTime(read())).toEqual({ status: 'fulfilled', value: fault })
      }
    },
  )
})

describe('dead Redis', () => {
  beforeEach(() => {
    world.store.suffer('never answered')
  })

  test('costs the first request its budget, and no later one a single call', async () => {
    const first = read()
    await world.advance(149)
    expect(world.origin.loads).toEqual([])
    await world.advance(1)
    expect(await first).toBe('old')
    expect(world.store.calls).toEqual(['look'])
    expect(states()).toEqual(['open'])
    for (let turn = 0; turn < 20; turn++) expect(await read()).toBe('old')
    expect(world.store.calls).toEqual(['look'])
    expect(world.origin.loads).toHaveLength(21)
  })

  test('costs a request of many reads, one after the other, its budget once', async () => {
    const request = instance.forRequest()
    const values = (async () => {
      const one = await request.read(flow, null, '1')
      return [one, await request.read(flow, null, '2')]
    })()
    await world.advance(150)
    expect(await values).toEqual(['old', 'two'])
    expect(world.store.calls).toEqual(['look'])
  })

  test('that is slow costs a request its budget in all, and then nothing', async () => {
    world.store.suffer(null)
    const request = instance.forRequest()
    for (const id of ['1', '2', '3']) {
      const answer = world.store.holdAnswer('look')
      const value = request.read(flow, null, id)
      await answer.reached
      await world.advance(60)
      answer.letGo()
      await value
    }
    const calls = world.store.calls.length
    await request.read(flow, null, '4')
    expect(world.store.calls).toHaveLength(calls)
    expect(lastOutcome()).toBe('bypass')
    // That is nothing against Redis: the next request asks it again.
    await read()
    expect(lastOutcome()).toBe('hit')
  })

  test('is tried again by one ping at a time, behind the readers, after pauses that grow', async () => {
    const first = read()
    await world.advance(150)
    await first
    const pings = () => world.store.calls.filter((call) => call === 'ping').length
    const tries: number[] = []
    for (let second = 0; second < 60; second++) {
      await world.advance(1000)
      await Promise.all([read(), read()])
      await settle()
      tries.push(pings())
    }
    expect(tries[0]).toBe(1)
    expect(tries.at(-1)).toBeLessThan(8)
    expect(states()).toEqual(['open'])
    expect(world.drains).toEqual([])
  })

  test('that comes back is drained once, then used', async () => {
    const first = read()
    await world.advance(150)
    await first
    world.store.suffer(null)
    await world.advance(1000)
    await Promise.all([read(), read()])
    await settle()
    expect(states()).toEqual(['open', 'closed'])
    expect(world.drains).toHaveLength(1)
    await read()
    expect(lastOutcome()).toBe('hit')
  })

  test('that refuses at once opens the breaker at once', async () => {
    world.store.suffer('refused')
    expect(await read()).toBe('old')
    expect(states()).toEqual(['open'])
    expect(await read()).toBe('old')
    expect(world.store.calls).toEqual(['look'])
  })
})
