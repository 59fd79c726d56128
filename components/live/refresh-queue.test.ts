import { expect, test } from 'vitest'
import { createLiveWorld } from '@/tests/support/live/browser-world'
import { createRefreshQueue } from './refresh-queue'

/** @param takes milliseconds of each run */
function createStage(takes: number) {
  const world = createLiveWorld()
  const { runtime } = world.openTab('one')
  const runs: number[] = []
  let running = 0
  let mostAtOnce = 0
  const queue = createRefreshQueue({
    ...runtime,
    async run() {
      runs.push(world.now())
      running += 1
      mostAtOnce = Math.max(mostAtOnce, running)
      await new Promise<void>((resolve) => runtime.later(takes, resolve))
      running -= 1
    },
  })
  return { world, queue, runs, mostAtOnce: () => mostAtOnce }
}

test('a burst is shown once', async () => {
  const { world, queue, runs } = createStage(10)
  for (let count = 0; count < 20; count++) queue.request()
  await world.pass(1_000)
  expect(runs).toHaveLength(1)
})

test('a steady rain is shown every 150 ms at most', async () => {
  const { world, queue, runs } = createStage(10)
  for (let count = 0; count < 100; count++) {
    queue.request()
    await world.pass(10)
  }
  await world.pass(1_000)
  const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(150)
  expect(runs.length).toBeGreaterThan(4)
})

test('what comes meanwhile is shown after it, and never two at a time', async () => {
  const { world, queue, runs, mostAtOnce } = createStage(500)
  queue.request()
  await world.pass(100)
  queue.request()
  queue.request()
  await world.pass(5_000)
  expect(runs).toHaveLength(2)
  expect(mostAtOnce()).toBe(1)
})

test('nothing is shown while it is held, and it is not forgotten', async () => {
  const { world, queue, runs } = createStage(10)
  queue.hold()
  queue.hold()
  queue.request()
  await world.pass(5_000)
  queue.release()
  await world.pass(5_000)
  expect(runs).toEqual([])
  queue.release()
  await world.pass(5_000)
  expect(runs).toHaveLength(1)
})

test('what is not needed any more is not shown', async () => {
  const { world, queue, runs } = createStage(10)
  queue.request()
  queue.cancel()
  await world.pass(5_000)
  expect(runs).toEqual([])
})
