import { beforeEach, expect, test } from 'vitest'
import { createWorld, flowRead, flowTag, holdLoads, settle } from '@/tests/support/cache/instance'

let world: ReturnType<typeof createWorld>
const flow = flowRead()
const readers = (instance: ReturnType<typeof world.openInstance>, count: number) =>
  Array.from({ length: count }, () => instance.forRequest().read(flow, null, '1'))
const calls = (name: string) => world.store.calls.filter((call) => call === name).length

beforeEach(() => {
  world = createWorld()
  world.origin.values.set('1', 'one')
})

test('readers of one process who begin together ask for one lease and load once', async () => {
  const values = await Promise.all(readers(world.openInstance(), 50))
  expect(new Set(values)).toEqual(new Set(['one']))
  expect(world.origin.loads).toEqual(['1'])
  expect(calls('lease')).toBe(1)
  expect(calls('fill')).toBe(1)
})

test('in a process that waits for another, one waits for all', async () => {
  const open = holdLoads(world.origin)
  const [first] = readers(world.openInstance(), 1)
  await settle()
  const others = readers(world.openInstance(), 50)
  await settle()
  const looks = calls('look')
  open()
  await world.advance(100)
  await expect(Promise.all([first, ...others])).resolves.toHaveLength(51)
  expect(world.origin.loads).toEqual(['1'])
  expect(calls('look') - looks).toBe(1)
})

test('who comes while a miss is dealt with has no share in it', async () => {
  const instance = world.openInstance()
  const open = holdLoads(world.origin)
  const before = readers(instance, 2)
  await settle()
  const fence = await world.invalidation.fence([flowTag('1')])
  world.origin.values.set('1', 'new')
  await world.invalidation.bump([flowTag('1')], fence)
  const after = readers(instance, 2)
  await settle()
  open()
  for (let turn = 0; turn < 10; turn++) await world.advance(300)
  expect(await Promise.all(before)).toEqual(['one', 'one'])
  expect(await Promise.all(after)).toEqual(['new', 'new'])
  expect(world.origin.loads).toEqual(['1', '1'])
})

test('readers whom Redis fails together load once', async () => {
  world.store.suffer('lost')
  const values = await Promise.all(readers(world.openInstance(), 50))
  expect(new Set(values)).toEqual(new Set(['one']))
  expect(world.origin.loads).toEqual(['1'])
})

test('a load that fails fails for all who share it, and is tried anew by the next', async () => {
  const instance = world.openInstance()
  world.origin.values.set('1', new Error('down'))
  const failed = await Promise.allSettled(readers(instance, 3))
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  world.origin.values.set('1', 'one')
  expect(await Promise.all(readers(instance, 1))).toEqual(['one'])
})
