import { expect, test } from 'vitest'
import { loadSimulator } from './mutants/load'

const troubles = [
  'crash',
  'cut after',
  'cut at once',
  'cut before',
  'cut off',
  'evict entries',
  'evict markers',
  'evict tags',
  'failover',
  'flush',
  'late',
  'lost',
  'slow',
  'twice',
  'unanswered',
]

test('200,000 steps among all kinds of trouble break no promise', async () => {
  const { runSeeds } = await loadSimulator()
  const figures = await runSeeds({ from: 1, seeds: 5_000, steps: 200_000 })
  expect(figures.violations).toEqual([])
  expect(figures.steps).toBeGreaterThanOrEqual(200_000)
  expect(troubles.filter((kind) => !figures.counts[kind])).toEqual([])
})

test('the same seed goes the same way, step by step', async () => {
  const { planScenario, simulate } = await loadSimulator()
  for (const seed of [3, 10, 79, 213]) {
    const [once, again] = [
      await simulate(planScenario(seed), true),
      await simulate(planScenario(seed), true),
    ]
    expect(once.lines.length).toBeGreaterThan(20)
    expect(again.lines).toEqual(once.lines)
  }
})
