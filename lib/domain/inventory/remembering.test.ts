import { expect, test } from 'vitest'
import { remembering } from './remembering'

test('works once for each text, and always for a long one', () => {
  const asked: string[] = []
  const lengthOf = remembering((text) => {
    asked.push(text)
    return text.length
  })
  const long = 'x'.repeat(65)
  expect(['a', 'bb', 'a', long, long].map(lengthOf)).toEqual([1, 2, 1, 65, 65])
  expect(asked).toEqual(['a', 'bb', long, long])
})

test('gives up where hardly a text comes twice', () => {
  let worked = 0
  const numberOf = remembering((text) => {
    worked += 1
    return Number(text)
  })
  for (let n = 0; n < 4000; n += 1) numberOf(String(n))
  expect(numberOf('0')).toBe(0)
  expect(worked).toBe(4000)
  numberOf('4000')
  expect(numberOf('0')).toBe(0)
  expect(worked).toBe(4002)
})
