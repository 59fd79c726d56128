import { expect, test } from 'vitest'
import { countWords } from './count-words'

test('one is one, none and more are many, thousands are parted', () => {
  expect([0, 1, 2, 1618].map((count) => countWords(count, 'row', 'rows'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,618 rows',
  ])
})
