import { expect, test } from 'vitest'
import { WrongUse } from '../wrong-use'
import { readOptions } from './options'

test('it is tried 200 times, or as often as somebody says', () => {
  expect(readOptions([])).toEqual({ tries: 200 })
  expect(readOptions(['--tries', '1'])).toEqual({ tries: 1 })
})

test.each([
  [['--tries', 'abc'], 'abc is no number of tries.'],
  [['--tries', '0'], '0 is no number of tries.'],
  [['--tries', '2.5'], '2.5 is no number of tries.'],
  [['--tries', ''], ' is no number of tries.'],
  [['--tries'], "'--tries <value>' argument missing"],
  [['--turns', '3'], "Unknown option '--turns'"],
  [['3'], "Unexpected argument '3'"],
])('what measures nothing is refused in words: %j', (words, message) => {
  expect(() => readOptions(words)).toThrow(WrongUse)
  expect(() => readOptions(words)).toThrow(message)
  expect(() => readOptions(words)).toThrow('Usage: npm run bench -- colleague')
})
