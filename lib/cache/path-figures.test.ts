import { beforeEach, expect, test } from 'vitest'
import { createWorld, flowRead, flowTag, settle } from '@/tests/support/cache/instance'
import { createPathFigures, type FiguresByRead } from './path-figures'

let world: ReturnType<typeof createWorld>
let sent: FiguresByRead[]
let failures: unknown[]
let down: boolean

beforeEach(() => {
  world = createWorld()
  world.origin.values.set('1', 'one')
  sent = []
  failures = []
  down = false
})

function open() {
  const figures = createPathFigures({
    store: {
      async add(given) {
        if (down) throw new Error('down')
        sent.push(given)
      },
      read: async () => new Map(),
    },
    timer: world.timer,
    background: () => undefined,
    period: 5000,
    failed: (error) => failures.push(error),
  })
  world.subscribers.push(figures.report)
  return figures
}

const flow = flowRead()
type Path = 'redis' | 'off' | 'shadow' | 'legacy'

test('counts how each read ended on each path, and how long it took', async () => {
  const figures = open()
  const cache = world.openProcess()
  const read = (path: Path) => cache.forRequest().read(path, flow, null, '1')
  await read('redis')
  await read('redis')
  await read('legacy')
  let finish = (): void => undefined
  world.origin.gate = new Promise((resolve) => {
    finish = resolve
  })
  const slow = read('off')
  await world.advance(30)
  finish()
  await slow
  await figures.flush()
  const { redis, legacy, off, shadow } = sent[0]?.get('flow')?.paths ?? {}
  expect(redis?.outcomes).toMatchObject({ hit: 1, miss: 1, bypass: 0 })
  expect(legacy?.outcomes).toMatchObject({ hit: 0, miss: 1 })
  expect(off?.outcomes).toMatchObject({ bypass: 1 })
  expect(shadow).toBeUndefined()
  expect(redis?.latency[0]).toBe(2)
  // From 24 to 32 ms.
  expect(off?.latency[9]).toBe(1)
})

test('counts what comparing the paths found', async () => {
  const figures = open()
  const cache = world.openProcess()
  const read = () => cache.forRequest().read('shadow', flow, null, '1')
  await read()
  await settle()
  world.origin.values.set('1', 'new')
  await world.invalidation.bump([flowTag('1')])
  await read()
  await settle()
  await figures.flush()
  expect(sent[0]?.get('flow')?.shadow).toEqual({ equal: 1, legacy: 1, redis: 0, moved: 0 })
})

test('figures are sent together, once, and a read never hears of a failure', async () => {
  open()
  const cache = world.openProcess()
  const read = () => cache.forRequest().read('redis', flow, null, '1')
  for (let turn = 0; turn < 20; turn++) await read()
  expect(sent).toEqual([])
  await world.advance(5000)
  await world.advance(5000)
  expect(sent).toHaveLength(1)
  down = true
  await read()
  await world.advance(5000)
  expect(failures).toEqual([new Error('down')])
  down = false
  await read()
  await world.advance(5000)
  expect(sent).toHaveLength(2)
  // What may have arrived with the failure is not sent again, nor what was sent before it.
  expect(sent[1]?.get('flow')?.paths.redis?.outcomes).toMatchObject({ hit: 1, miss: 0 })
})
