import { expect, test } from 'vitest'
import { createLocalTurns } from './local-turns'

test('turns come back evenly, and each person has their own', () => {
  let now = 0
  const take = createLocalTurns({ times: 3, seconds: 3 }, { now: () => new Date(now) })
  expect([1, 2, 3, 4].map(() => take('ana'))).toEqual([true, true, true, false])
  expect(take('ben')).toBe(true)
  now = 1000
  expect([take('ana'), take('ana')]).toEqual([true, false])
  now = 60_000
  expect([1, 2, 3, 4].map(() => take('ana'))).toEqual([true, true, true, false])
})
