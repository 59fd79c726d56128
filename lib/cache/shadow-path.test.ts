import { beforeEach, expect, test } from 'vitest'
import { createWorld, flowRead, flowTag, type Origin, settle } from '@/tests/support/cache/instance'
import type { ProcessCache } from './cache'

let world: ReturnType<typeof createWorld>
const flow = flowRead()

/** One read of a request of its own, and what is done behind its back. */
async function read(cache: ProcessCache<Origin>, path: 'shadow' | 'redis' = 'shadow') {
  const value = await cache.forRequest().read(path, flow, null, '1')
  await settle()
  return value
}
const verdicts = () => world.events.flatMap((e) => (e.kind === 'shadow' ? [e.verdict] : []))

beforeEach(() => {
  world = createWorld()
  world.origin.values.set('1', { is: 'one' })
})

test('what both answer alike is equal, and the source is not asked again', async () => {
  const cache = world.openProcess()
  await read(cache)
  await read(cache)
  expect(verdicts()).toEqual(['equal', 'equal'])
  expect(world.origin.loads).toHaveLength(2)
})

test('a stale answer of legacy is served, and counted against it', async () => {
  const cache = world.openProcess()
  await read(cache)
  // Another process wrote: only Redis hears of it.
  world.origin.values.set('1', { is: 'new' })
  await world.invalidation.bump([flowTag('1')])
  expect(await read(cache)).toEqual({ is: 'one' })
  expect(verdicts()).toEqual(['equal', 'legacy'])
})

test('a stale answer of redis is counted against it', async () => {
  const cache = world.openProcess()
  await read(cache)
  // Written behind the back of Redis, and this process was told.
  world.origin.values.set('1', { is: 'new' })
  cache.announced([flowTag('1')])
  expect(await read(cache)).toEqual({ is: 'new' })
  expect(verdicts()).toEqual(['equal', 'redis'])
})

test('a write between the looks is held against nobody', async () => {
  const cache = world.openProcess()
  await read(cache)
  const value = cache.forRequest().read('shadow', flow, null, '1')
  // Before the look beside it: the answer was true when it was given.
  world.origin.values.set('1', { is: 'new' })
  await world.invalidation.bump([flowTag('1')])
  cache.announced([flowTag('1')])
  expect(await value).toEqual({ is: 'one' })
  await settle()
  expect(verdicts()).not.toContain('legacy')
  expect(verdicts()).not.toContain('redis')
})

test('the reader does not wait for the look beside it', async () => {
  const cache = world.openProcess()
  world.store.suffer('never answered')
  expect(await read(cache)).toEqual({ is: 'one' })
  expect(verdicts()).toEqual([])
})

test('an answer without the cache says nothing of it', async () => {
  const cache = world.openProcess()
  await world.invalidation.fence([flowTag('1')])
  await read(cache)
  expect(verdicts()).toEqual([])
})

test('a comparison that fails is reported, and the read stands', async () => {
  const cache = world.openProcess()
  await read(cache)
  world.origin.values.set('1', new Error('down'))
  await world.invalidation.bump([flowTag('1')])
  expect(await read(cache)).toEqual({ is: 'one' })
  expect(world.events.at(-1)).toMatchObject({ kind: 'shadowFailed', read: 'flow' })
})

test.each([
  [0, 0],
  [0.5, 0],
  [0.6, 1],
])('of a share of %s a read that drew 0.5 is compared %s times', async (shadowShare, times) => {
  await read(world.openProcess({ shadowShare }))
  expect(verdicts()).toHaveLength(times)
})
