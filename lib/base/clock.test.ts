import { expect, test } from 'vitest'
import { fixedClock } from './clock'

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock(new Date('2026-01-01T00:00:00Z'))
  expect(clock.now()).toEqual(clock.now())
  clock.advance(1500)
  expect(clock.now()).toEqual(new Date('2026-01-01T00:00:01.500Z'))
})

test('whoever changes a date that a clock gave does not move the clock', () => {
  const clock = fixedClock(new Date('2026-01-01T00:00:00Z'))
  clock.now().setFullYear(1999)
  expect(clock.now().getUTCFullYear()).toBe(2026)
})
