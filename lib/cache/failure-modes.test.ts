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
import { defineRead } from './read-policy'

// What must not go wrong when writers and readers meet, under the names that docs/cache.md uses.
// In all of it the fence's life is 60 s and the deadline of a fence or a bump 1 s.

let world: ReturnType<typeof createWorld>
let instance: ReturnType<typeof world.openInstance>
let writer: ReturnType<typeof world.openWriter>
// Nothing runs out by itself here, so that what is invalid is so by the protocol.
const flow = flowRead({ soft: 600_000 })
const read = (policy = flow) => instance.forRequest().read(policy, null, '1')
/** How the last read was answered. */
const lastAnswer = () => world.events.findLast(({ kind }) => kind === 'answered')
const aMinute = 61_000

beforeEach(async () => {
  world = createWorld()
  instance = world.openInstance()
  writer = world.openWriter('1')
  world.origin.values.set('1', 'old')
  await read()
})

describe('a writer', () => {
  test('stale set: a load that began before the commit is stored and never valid', async () => {
    await world.invalidation.purge(acme)
    const open = holdLoads(world.origin)
    const late = read()
    await settle()
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    open()
    expect(await late).toBe('old')
    expect(await read()).toBe('new')
  })

  test('purge before commit: what is read between fence and commit is not stored', async () => {
    await writer.fence()
    expect(await read()).toBe('old')
    writer.commit('new')
    expect(await read()).toBe('new')
    await writer.bump()
    expect(await read()).toBe('new')
  })

  test('purge during commit: a fill that arrives between commit and bump is never valid', async () => {
    await world.invalidation.purge(acme)
    const fill = world.store.holdRequest('fill')
    const late = read()
    await fill.reached
    await writer.fence()
    writer.commit('new')
    fill.letGo()
    expect(await late).toBe('old')
    expect(await read()).toBe('new')
    await writer.bump()
    expect(await read()).toBe('new')
  })

  test('long transaction: its fence runs out, and its bump still makes the old value invalid', async () => {
    await writer.fence()
    await world.advance(aMinute)
    for (let turn = 0; turn < 2; turn++) {
      await read()
      await settle()
    }
    expect(world.store.tags.get(flowTag('1'))).not.toContain('|')
    writer.commit('new')
    await writer.bump()
    expect(await read()).toBe('new')
  })

  test('rollback after fence: the value is valid again and was not loaded anew', async () => {
    await writer.fence()
    await writer.lift()
    world.origin.loads.length = 0
    expect(await read()).toBe('old')
    expect(world.origin.loads).toEqual([])
  })

  test('two fences on one tag: the first bump leaves the second fence', async () => {
    const second = world.openWriter('1')
    await writer.fence()
    await second.fence()
    writer.commit('new')
    await writer.bump()
    expect(await read()).toBe('new')
    expect(lastAnswer()).toMatchObject({ outcome: 'bypass' })
    second.commit('newer')
    await second.bump()
    expect(await read()).toBe('newer')
  })

  test('crash between commit and bump: nobody is served the old value, then or later', async () => {
    await writer.fence()
    writer.commit('new')
    expect(await read()).toBe('new')
    await world.advance(aMinute)
    expect(await read()).toBe('new')
    await settle()
    expect(await read()).toBe('new')
    expect(lastAnswer()).toMatchObject({ outcome: 'miss' })
  })

  test('commit-order inversion: who commits last is seen, in whatever order they fenced', async () => {
    const second = world.openWriter('1')
    await writer.fence()
    await second.fence()
    second.commit('second')
    await second.bump()
    expect(await read()).toBe('second')
    writer.commit('first')
    expect(await read()).toBe('first')
    await writer.bump()
    expect(await read()).toBe('first')
  })

  test('expired fence pruned while its commit is unknown: the late bump finds the value', async () => {
    await writer.fence()
    await world.advance(aMinute)
    await read()
    await settle()
    await read()
    writer.commit('new')
    // Nobody heard of the commit; the relay finds the facts in the outbox.
    await world.invalidation.bump([flowTag('1')])
    expect(await read()).toBe('new')
  })

  test('fence of a dead writer nobody tidies: the next reader asks for it', async () => {
    await writer.fence()
    await world.advance(aMinute)
    expect(world.store.tags.get(flowTag('1'))).toContain('|')
    await read()
    await settle()
    expect(world.store.tags.get(flowTag('1'))).not.toContain('|')
    await read()
    await read()
    expect(lastAnswer()).toMatchObject({ outcome: 'hit' })
  })
})

describe('a call that comes late or twice', () => {
  test('bump: it lifts no fence but its own', async () => {
    await writer.fence()
    writer.commit('new')
    const late = world.store.holdRequest('bump')
    const pending = writer.bump()
    pending.catch(() => undefined)
    await late.reached
    await world.advance(1000)
    await expect(pending).rejects.toThrow('No answer')
    const second = world.openWriter('1')
    await second.fence()
    late.letGo()
    await settle()
    await read()
    expect(lastAnswer()).toMatchObject({ outcome: 'bypass' })
    second.commit('newer')
    await second.bump()
    world.store.redeliver('bump')
    expect(await read()).toBe('newer')
  })

  test('fill: it brings back no old value', async () => {
    await world.invalidation.purge(acme)
    await read()
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    world.store.redeliver('fill')
    expect(await read()).toBe('new')
  })

  test('fence: it shuts readers out until its life ends, and they are served the truth', async () => {
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    world.store.redeliver('fence')
    await settle()
    expect(await read()).toBe('new')
    expect(lastAnswer()).toMatchObject({ outcome: 'bypass' })
    await world.advance(aMinute)
    await read()
    await settle()
    await read()
    await read()
    expect(lastAnswer()).toMatchObject({ outcome: 'hit' })
  })

  test('lift: it opens no fence but its own', async () => {
    await writer.fence()
    const late = world.store.holdRequest('lift')
    const lifted = writer.lift()
    await late.reached
    const second = world.openWriter('1')
    await second.fence()
    late.letGo()
    await lifted
    world.store.redeliver('lift')
    await read()
    expect(lastAnswer()).toMatchObject({ outcome: 'bypass' })
  })
})

describe('a reader', () => {
  test.each([3_600_000, -3_600_000])(
    'process clock %s ms off: a change is seen at once',
    async (skew) => {
      const skewed = world.openInstance(skew).forRequest()
      await skewed.read(flow, null, '1')
      await writer.fence()
      writer.commit('new')
      await writer.bump()
      skewed.forget()
      expect(await skewed.read(flow, null, '1')).toBe('new')
      expect(await read()).toBe('new')
    },
  )

  test('joined load begun before the write: who comes after the write does not join it', async () => {
    await world.invalidation.purge(acme)
    const open = holdLoads(world.origin)
    const before = read()
    await settle()
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    const after = read()
    await settle()
    open()
    for (let turn = 0; turn < 10; turn++) await world.advance(300)
    expect(await Promise.all([before, after])).toEqual(['old', 'new'])
  })

  test('load begun before the write: who comes after the write does not wait for it', async () => {
    await world.invalidation.purge(acme)
    const open = holdLoads(world.origin)
    const before = read()
    await settle()
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    world.origin.gate = Promise.resolve()
    // The clock stands still, so that whoever waits gets nowhere.
    const after = world.openInstance().forRequest().read(flow, null, '1')
    expect(await Promise.race([after, settle()])).toBe('new')
    open()
    expect(await before).toBe('old')
  })

  test('memo of the same request: it ends with the request’s own command', async () => {
    const request = instance.forRequest()
    await request.read(flow, null, '1')
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    request.forget()
    expect(await request.read(flow, null, '1')).toBe('new')
  })

  test('background refresh finishing late: what it stores is not valid', async () => {
    const waiting = flowRead({ staleWhileRevalidate: true })
    await world.invalidation.purge(acme)
    await read(waiting)
    await world.advance(60_000)
    const open = holdLoads(world.origin)
    expect(await read(waiting)).toBe('old')
    await settle()
    await writer.fence()
    writer.commit('new')
    await writer.bump()
    open()
    await settle()
    expect(await read(waiting)).toBe('new')
  })

  test('flag flip under load: a write on one path is seen on the other', async () => {
    const cache = world.openProcess()
    const by = (path: 'legacy' | 'redis') => cache.forRequest().read(path, flow, null, '1')
    await Promise.all([by('legacy'), by('redis')])
    for (const value of ['a', 'b', 'c']) {
      await writer.fence()
      writer.commit(value)
      await writer.bump()
      cache.announced([flowTag('1')])
      expect(await Promise.all([by('redis'), by('legacy')])).toEqual([value, value])
    }
  })

  test('lease holder dies: others wait a while, then load themselves', async () => {
    await world.invalidation.purge(acme)
    const open = holdLoads(world.origin)
    void world.openInstance().forRequest().read(flow, null, '1')
    await settle()
    world.origin.gate = Promise.resolve()
    const second = read()
    for (let turn = 0; turn < 10; turn++) await world.advance(300)
    expect(await second).toBe('old')
    open()
  })
})

describe('a value', () => {
  const listTag = encodeTag(acme, 'flow', 'list')
  const kept = {
    version: 1,
    namespace: () => acme,
    // That there is no such row is a fact about the list.
    tags: () => [listTag],
    profile: { soft: 60_000, hard: 60_000, staleWhileRevalidate: false, staleIfError: false },
    legacyLife: 0,
  }
  const byName = defineRead<Origin, null, string, unknown>({
    name: 'by-name',
    load: async (origin, _, name) => origin.values.get(name) ?? null,
    caching: kept,
  })

  test('absent row cached, then inserted: the list’s tag makes the absence invalid', async () => {
    const find = () => instance.forRequest().read(byName, null, 'x')
    expect([await find(), await find()]).toEqual([null, null])
    expect(lastAnswer()).toMatchObject({ outcome: 'hit' })
    world.origin.values.set('x', 'there')
    await world.invalidation.bump([listTag])
    expect(await find()).toBe('there')
  })

  test('error or empty result cached by accident: neither an error nor nothing is stored', async () => {
    await world.invalidation.purge(acme)
    world.store.entries.clear()
    world.origin.values.set('1', new Error('down'))
    await expect(read()).rejects.toThrow('down')
    const nothing = defineRead<Origin, null, string, unknown>({
      ...flow,
      load: async () => undefined,
    })
    expect(await read(nothing)).toBeUndefined()
    expect(world.store.entries.size).toBe(0)
    world.origin.values.set('1', 'back')
    expect(await read()).toBe('back')
  })

  test('old and new deploy at once: two versions of a read never meet', async () => {
    const before = defineRead<Origin, null, string, unknown>({
      name: 'deployed',
      load: async () => 'old shape',
      caching: kept,
    })
    const after = defineRead<Origin, null, string, unknown>({
      ...before,
      load: async () => ({ shape: 'new' }),
      caching: { ...kept, version: 2 },
    })
    expect(await read(before)).toBe('old shape')
    expect(await read(after)).toEqual({ shape: 'new' })
    expect(await read(before)).toBe('old shape')
    expect(await read(after)).toEqual({ shape: 'new' })
    expect(lastAnswer()).toMatchObject({ outcome: 'hit' })
  })

  test('key collision: inputs that look alike have keys of their own', async () => {
    const echo = defineRead<Origin, null, unknown, unknown>({
      name: 'echo',
      load: async (_, __, input) => input,
      caching: kept,
    })
    const alike = ['1,2', ['1,2'], ['1', '2'], [['1'], '2'], '["1","2"]', { 0: '1', 1: '2' }]
    const ask = () =>
      Promise.all(alike.map((input) => instance.forRequest().read(echo, null, input)))
    await ask()
    expect(await ask()).toEqual(alike)
  })

  test('tampered or foreign value: it does not open where it does not belong', async () => {
    world.origin.values.set('x', 'own').set('y', 'foreign')
    world.store.entries.clear()
    const find = (name: string) => instance.forRequest().read(byName, null, name)
    await find('x')
    await find('y')
    // Both depend on the same facts, so that only the seal can tell them apart.
    const [[one = '', x = ''] = [], [two = '', y = ''] = []] = world.store.entries
    world.store.entries.set(one, y).set(two, x)
    expect([await find('x'), await find('y')]).toEqual(['own', 'foreign'])
    expect(world.events).toContainEqual({ kind: 'miss', read: 'by-name', reason: 'unreadable' })
  })
})
