import { expect, test, vi } from 'vitest'
import { runFlips } from './run-flips'
import { count, counterRead, createFlipWorld } from './world'

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn(), info: vi.fn() }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))

test('no flip under load gives an error, or an answer older than its path promises', async () => {
  const { errors, tooOld, reads, writes } = await runFlips(25, 1)
  expect(errors).toEqual([])
  expect(tooOld).toEqual([])
  expect(writes).toBeGreaterThan(0)
  for (const path of ['off', 'legacy', 'shadow', 'redis'] as const) {
    expect(reads[path], path).toBeGreaterThan(0)
  }
}, 120_000)

test('a flip needs no purge: what the old path missed, the new one knows', async () => {
  const world = await createFlipWorld()
  const [a, b] = world.processes
  const [counter] = world.counters
  if (!a || !b || !counter) throw new Error('There are three processes and two counters')
  const { key, assetId } = counter
  // As long as the old system kept an asset.
  const policy = counterRead(() => undefined, 300_000)
  const read = async ({ cache }: typeof a, path: 'legacy' | 'redis') => {
    const view = await cache.forRequest().read(path, policy, key, { assetId })
    return Number(view?.name)
  }
  try {
    expect([await read(b, 'legacy'), await read(b, 'redis')]).toEqual([0, 0])
    await count(a, counter)
    // The old trouble: another process goes on with what it has, the writer does not.
    expect([await read(a, 'legacy'), await read(b, 'legacy')]).toEqual([1, 0])
    expect([await read(a, 'redis'), await read(b, 'redis')]).toEqual([1, 1])
    await count(b, counter)
    expect([await read(b, 'legacy'), await read(b, 'redis')]).toEqual([2, 2])
  } finally {
    await world.end()
  }
})
