import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleRowNumbers, shownValues } from './sample-rows'

test('samples are rising row numbers of the file, its first and last included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), (rowCount) => {
      const numbers = sampleRowNumbers(rowCount)
      expect(numbers).toHaveLength(Math.min(rowCount, 200))
      expect(numbers.at(0)).toBe(1)
      expect(numbers.at(-1)).toBe(rowCount)
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
    }),
  )
})

test('a file without rows has no samples', () => {
  expect(sampleRowNumbers(0)).toEqual([])
})

test('people see different values, none empty, and at most five', () => {
  expect(shownValues(['', ' a', 'a ', 'b', '', 'c', 'd', 'e', 'f'])).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ])
})

test('a long value is cut and never through a character', () => {
  for (const filler of ['x', 'xy']) {
    const [shown = ''] = shownValues([`${filler}${'🗺'.repeat(200)}`])
    expect(() => encodeURIComponent(shown)).not.toThrow()
    expect(shown.length).toBeLessThanOrEqual(121)
    expect(shown.endsWith('…')).toBe(true)
  }
})
