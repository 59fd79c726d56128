import { beforeEach, expect, test } from 'vitest'
import { acme, createWorld, flowTag } from '@/tests/support/cache/instance'

let world: ReturnType<typeof createWorld>
const tags = [flowTag('1'), flowTag('2')]

beforeEach(() => {
  world = createWorld()
})

test('everything that a command does is reported once Redis has confirmed it', async () => {
  const { fence, bump, lift, purge } = world.invalidation
  const id = await fence(tags)
  await bump(tags, id)
  await lift([flowTag('1')], await fence([flowTag('1')]))
  await purge(acme)
  expect(world.events).toEqual([
    { kind: 'fence', tags: 2 },
    { kind: 'bump', tags: 2 },
    { kind: 'fence', tags: 1 },
    { kind: 'lift', tags: 1 },
    { kind: 'purge', namespace: acme },
  ])
})

test.each([
  ['fence', () => world.invalidation.fence(tags)],
  ['bump', () => world.invalidation.bump(tags)],
  ['lift', () => world.invalidation.lift(tags, 'a')],
  ['purge', () => world.invalidation.purge(acme)],
] as const)('%s that Redis does not answer in time fails, and says so', async (call, work) => {
  world.store.suffer('never answered')
  const failed = work()
  failed.catch(() => undefined)
  await world.advance(1000)
  await expect(failed).rejects.toThrow('No answer within 1000 ms')
  expect(world.events).toMatchObject([{ kind: 'storeFailed', call }])
})

test('each attempt of a fence has an id of its own', async () => {
  const ids = [await world.invalidation.fence(tags), await world.invalidation.fence(tags)]
  expect(new Set(ids).size).toBe(2)
})
