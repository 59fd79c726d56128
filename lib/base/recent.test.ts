import { expect, test } from 'vitest'
import { createRecent } from './recent'

test('what was put in last is remembered, and what was put in first is forgotten', () => {
  const recent = createRecent<number>(2)
  recent.put('a', 1)
  recent.put('b', 2)
  recent.put('a', 3)
  recent.put('c', 4)
  expect(['a', 'b', 'c'].map(recent.get)).toEqual([3, undefined, 4])
})
