import { beforeEach, expect, test } from 'vitest'
import { createWorld, flowRead, flowTag, settle } from '@/tests/support/cache/instance'
import { type Counts, createCounters } from './counters'

let world: ReturnType<typeof createWorld>
let sent: Map<string, Counts>[]
let failures: unknown[]
let down: boolean
let background: Promise<unknown>[]

beforeEach(() => {
  world = createWorld()
  world.origin.values.set('1', 'one')
  sent = []
  failures = []
  down = false
  background = []
})

function open() {
  const counters = createCounters({
    store: {
      async add(counts) {
        if (down) throw new Error('down')
        sent.push(new Map(counts))
      },
      readAll: async () => new Map(),
    },
    timer: world.timer,
    background: (work) => background.push(work),
    period: 2000,
    failed: (error) => failures.push(error),
  })
  world.subscribers.push(counters.report)
  return counters
}

const flow = flowRead()
const read = (cache = world.openProcess(), path: 'redis' | 'off' | 'shadow' = 'redis') =>
  cache.forRequest().read(path, flow, null, '1')

test('counts each read once by its outcome, and what was loaded and stored', async () => {
  const counters = open()
  const cache = world.openProcess()
  await read(cache)
  await read(cache)
  await read(cache, 'off')
  await world.invalidation.fence([flowTag('1')])
  await read(cache)
  await counters.flush()
  expect(sent).toEqual([
    new Map([['flow', { hits: 1, misses: 1, bypasses: 2, loads: 3, loadMs: 0, fills: 1 }]]),
  ])
})

test('counts what the comparison of two paths found', async () => {
  const counters = open()
  const cache = world.openProcess()
  await read(cache, 'shadow')
  await settle()
  world.origin.values.set('1', 'new')
  await world.invalidation.bump([flowTag('1')])
  await read(cache, 'shadow')
  await settle()
  await counters.flush()
  expect(sent[0]?.get('flow')).toMatchObject({ compared: 2, staleLegacy: 1, hits: 1, misses: 1 })
})

test('counts values that do not open and those that cannot be kept', async () => {
  const counters = open()
  const cache = world.openProcess()
  await read(cache)
  for (const key of world.store.entries.keys()) world.store.entries.set(key, 'no entry')
  world.origin.values.set('1', new Date())
  await read(cache)
  await counters.flush()
  expect(sent[0]?.get('flow')).toMatchObject({ unreadable: 1, unfilled: 1, fills: 1 })
})

test('many reads are sent together, some time later, and nothing is sent twice', async () => {
  open()
  const cache = world.openProcess()
  for (let turn = 0; turn < 50; turn++) await read(cache)
  expect(sent).toEqual([])
  expect(background).toHaveLength(1)
  await world.advance(2000)
  expect(sent).toHaveLength(1)
  await world.advance(10_000)
  expect(sent).toHaveLength(1)
  await read(cache)
  await world.advance(2000)
  expect(sent[1]).toEqual(new Map([['flow', { hits: 1 }]]))
})

test('nothing counted is nothing sent', async () => {
  await open().flush()
  expect(sent).toEqual([])
})

test('counts that may have arrived are not sent again, and a read never hears of it', async () => {
  const counters = open()
  down = true
  await read()
  await world.advance(2000)
  expect(failures).toEqual([new Error('down')])
  down = false
  await counters.flush()
  expect(sent).toEqual([])
})
