import { expect, test } from 'vitest'
import { loadSimulator } from '@/tests/sim/mutants/load'

const steps = 10_000_000

test('10,000,000 steps of the cache break no promise', async () => {
  const { runSeeds } = await loadSimulator()
  const figures = await runSeeds({ from: 100_000, seeds: steps, steps })
  expect(figures.violations).toEqual([])
  expect(figures.steps).toBeGreaterThanOrEqual(steps)
}, 1_800_000)
