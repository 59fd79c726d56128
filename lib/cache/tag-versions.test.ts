import { beforeEach, expect, test } from 'vitest'
import { namespaceTag } from '@/lib/base/tag'
import { acme, createWorld, flowRead, flowTag } from '@/tests/support/cache/instance'
import { areSettled } from './protocol'

let world: ReturnType<typeof createWorld>
let cache: ReturnType<typeof world.openProcess>
const tags = [namespaceTag(acme), flowTag('1'), flowTag('2')]
const look = () => cache.forRequest().versions.look(tags)

beforeEach(() => {
  world = createWorld()
  cache = world.openProcess()
})

test('a fact that nobody has read has a version once it was begun, and keeps it', async () => {
  expect(await look()).toEqual([null, null, null])
  cache.forRequest().versions.begin(tags)
  const first = await look()
  expect(first && areSettled(first)).toBe(true)
  expect(await look()).toEqual(first)
  cache.forRequest().versions.begin(tags)
  expect(await look()).toEqual(first)
})

test('a change gives its fact alone another version; while it is under way there is none', async () => {
  cache.forRequest().versions.begin(tags)
  const [whole, one, two] = (await look()) ?? []
  const writer = world.openWriter('1')
  await writer.fence()
  expect(areSettled((await look()) ?? [])).toBe(false)
  await writer.bump()
  const after = (await look()) ?? []
  expect([after[0], after[2]]).toEqual([whole, two])
  expect(after[1]).not.toBe(one)
})

test('it travels with the reads of the same tick', async () => {
  world.origin.values.set('1', 'one')
  await cache.forRequest().read('redis', flowRead(), null, '1')
  const before = world.store.calls.length
  const request = cache.forRequest()
  const both = [request.read('redis', flowRead(), null, '1'), request.versions.look(tags)]
  expect((await Promise.all(both))[0]).toBe('one')
  expect(world.store.calls.slice(before)).toEqual(['look'])
})

test('nobody knows when Redis does not answer, and nothing fails', async () => {
  world.store.suffer('refused')
  expect(await look()).toBeNull()
  cache.forRequest().versions.begin(tags)
})
