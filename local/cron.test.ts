import { expect, test } from 'vitest'
import { isDue } from './cron.mjs'

// A Wednesday.
const time = new Date('2026-03-04T10:30:00Z')

test.each([
  ['* * * * *', true],
  ['30 * * * *', true],
  ['31 * * * *', false],
  ['*/15 * * * *', true],
  ['*/7 * * * *', false],
  ['0,30 10 * * *', true],
  ['20-40 9-11 * * *', true],
  ['20-40/10 * * * *', true],
  ['25-40/10 * * * *', false],
  ['30 10 4 3 *', true],
  ['30 10 4 2 *', false],
  ['30 10 * * 3', true],
  ['30 10 * * 0', false],
])('%s at half past ten on a Wednesday: %s', (schedule, due) => {
  expect(isDue(schedule, time)).toBe(due)
})
