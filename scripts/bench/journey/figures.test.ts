import { expect, test } from 'vitest'
import { addUp, median, medians } from './figures'
import type { StepTaken } from './take-walk'

const step = (name: string, ms: number, more: Partial<StepTaken> = {}): StepTaken => ({
  part: 'first',
  step: name,
  ms,
  requests: 2,
  files: 1,
  bytes: 100,
  scriptBytes: 50,
  renders: 1,
  notModified: 0,
  statements: 3,
  redisCommands: 4,
  ttfb: null,
  lcp: null,
  inp: null,
  cls: 0,
  served: [],
  facts: 1,
  wrong: [],
  react: null,
  ...more,
})

test('a walk costs what its steps cost, is as slow as its slowest document, and counts wrong screens', () => {
  const wrong = [
    { what: 'approved', shown: 0, true: 200 },
    { what: 'suggested', shown: 200, true: 0 },
  ]
  const walk = addUp([
    step('first', 10, { ttfb: 5, lcp: 80, cls: 0.1 }),
    step('second', 20, { lcp: 40, inp: 24, wrong }),
  ])
  expect(walk).toMatchObject({ ms: 30, requests: 4, bytes: 200, statements: 6, facts: 2 })
  expect(walk).toMatchObject({ ttfb: 5, lcp: 80, inp: 24, cls: 0.1, wrong: 1 })
})

test('each figure has its own median; what is not known is left out', () => {
  const walks = [30, 10, 20].map((ms) => addUp([step('only', ms, { lcp: ms === 10 ? null : ms })]))
  expect(medians(walks)).toMatchObject({ ms: 20, lcp: 20, inp: null })
})

test('of two in the middle the lower one is the median', () => {
  expect(median([4, 1, 3, 2])).toBe(2)
  expect(median([null])).toBeNull()
})
