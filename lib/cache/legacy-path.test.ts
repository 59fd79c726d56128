import { beforeEach, expect, test } from 'vitest'
import { namespaceTag } from '@/lib/base/tag'
import {
  acme,
  createWorld,
  flowRead,
  flowTag,
  holdLoads,
  settle,
} from '@/tests/support/cache/instance'

let world: ReturnType<typeof createWorld>
const flow = flowRead()

beforeEach(() => {
  world = createWorld()
  world.origin.values.set('1', 'one').set('2', 'two')
})

function open() {
  const cache = world.openProcess()
  const read = (id = '1') => cache.forRequest().read('legacy', flow, null, id)
  return { ...cache, read }
}

test('a value lives as long as its read says, and no longer', async () => {
  const { read } = open()
  await read()
  world.origin.values.set('1', 'new')
  await world.advance(29_999)
  expect(await read()).toBe('one')
  await world.advance(1)
  expect(await read()).toBe('new')
})

test('a change is heard by the process that wrote and by no other', async () => {
  const [writer, other] = [open(), open()]
  for (const { read } of [writer, other]) await read()
  world.origin.values.set('1', 'new')
  writer.announced([flowTag('1')])
  expect(await writer.read()).toBe('new')
  expect(await other.read()).toBe('one')
})

test('a change drops what depends on it, and a whole namespace everything', async () => {
  const { read, announced } = open()
  await Promise.all([read('1'), read('2')])
  announced([flowTag('1')])
  await Promise.all([read('1'), read('2')])
  announced([namespaceTag(acme)])
  await Promise.all([read('1'), read('2')])
  expect(world.origin.loads).toEqual(['1', '2', '1', '1', '2'])
})

test('requests at one time load each for itself', async () => {
  const { read } = open()
  await Promise.all([read(), read(), read()])
  expect(world.origin.loads).toEqual(['1', '1', '1'])
})

test('a change during a load is lost on it, as it was in the old system', async () => {
  const { read, announced } = open()
  const answer = holdLoads(world.origin)
  const late = read()
  await settle()
  world.origin.values.set('1', 'new')
  announced([flowTag('1')])
  answer()
  await late
  expect(await read()).toBe('one')
})

test('the oldest of too many values go first', async () => {
  const { read } = open()
  for (let id = 0; id < 5001; id++) await read(`${id}`)
  world.origin.loads.length = 0
  await read('1')
  await read('0')
  expect(world.origin.loads).toEqual(['0'])
})
