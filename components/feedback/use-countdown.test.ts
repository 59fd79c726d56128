import { expect, test } from 'vitest'
import { waitWords } from './use-countdown'

test.each([
  [4, '4 s'],
  [89, '89 s'],
  [90, '1:30 min'],
  [125, '2:05 min'],
])('%i seconds are %s', (seconds, words) => {
  expect(waitWords(seconds)).toBe(words)
})
