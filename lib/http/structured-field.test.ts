import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Parameter, printItem } from './structured-field'

test('flags stand alone, numbers and words behind their names, what is undefined nowhere', () => {
  expect(printItem('A', { b: true, c: -7, d: 'e/f', g: undefined })).toBe('A; b; c=-7; d=e/f')
})

test('what the format cannot hold is refused', () => {
  const bad: [string, Record<string, Parameter>][] = [
    ['1a', {}],
    ['a b', {}],
    ['', {}],
    ['a', { B: true }],
    ['a', { b: 1.5 }],
    ['a', { b: 1e15 }],
    ['a', { b: Number.NaN }],
    ['a', { b: 'x; y' }],
    ['a', { b: 'x\r\ny' }],
  ]
  for (const [token, parameters] of bad) {
    expect(() => printItem(token, parameters)).toThrow(RangeError)
  }
})

test('no text leaves its place', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      let item: string
      try {
        item = printItem('a', { b: text, c: true })
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
        return
      }
      expect(item.split(';').length).toBe(3)
      expect(item).toBe(`a; b=${text}; c`)
    }),
  )
})
