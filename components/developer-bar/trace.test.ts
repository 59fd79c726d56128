import { expect, test } from 'vitest'
import { summary, type TracedRead, tracePath } from './trace'

const read = (outcome: string): TracedRead => ({
  read: 'users.context',
  path: 'redis',
  outcome,
  tags: [],
  milliseconds: 1,
})

test('reads are summed up by how they went', () => {
  expect(summary([])).toBe('0 reads')
  expect(summary([read('miss')])).toBe('1 read: 1 miss')
  expect(summary([read('hit'), read('miss'), read('hit')])).toBe('3 reads: 2 hit, 1 miss')
})

test('an id is one part of the path, whatever it holds', () => {
  expect(tracePath('../../me')).toBe('/api/requests/..%2F..%2Fme/reads')
})
