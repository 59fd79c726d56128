import { expect, test } from 'vitest'
import { retryDelayMs } from './retry-delay'

test('waits twice as long after each failure, and a minute at most', () => {
  expect([1, 2, 3, 4, 5].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000])
  expect(retryDelayMs(50)).toBe(60_000)
})
