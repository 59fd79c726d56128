import { expect, test } from 'vitest'
import { howLongAgo, workInWords } from './work-in-words'

const now = Date.parse('2026-11-21T12:00:00Z')
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString()

test('an age is told in its largest whole unit', () => {
  const ages = [0, 59, 60, 3599, 3600, 86_399, 86_400, 3 * 86_400]
  expect(ages.map((seconds) => howLongAgo(before(seconds), now))).toEqual([
    '0 s',
    '59 s',
    '1 min',
    '59 min',
    '1 h',
    '23 h',
    '1 d',
    '3 d',
  ])
  // A browser's clock may be behind.
  expect(howLongAgo(before(-5), now)).toBe('0 s')
})

test('work that waits is counted and its age told; none is said to be none', () => {
  const idle = {
    dueSteps: 0,
    dueSince: null,
    lastStepAt: null,
    untoldChanges: 0,
    untoldSince: null,
  }
  expect(workInWords(idle, now).map(({ value }) => value)).toEqual(['None', 'None yet', 'None'])
  const busy = {
    dueSteps: 2,
    dueSince: before(61),
    lastStepAt: before(5),
    untoldChanges: 1200,
    untoldSince: before(3),
  }
  expect(workInWords(busy, now).map(({ value }) => value)).toEqual([
    '2 for up to 1 min',
    '5 s ago',
    '1,200 for up to 3 s',
  ])
})
