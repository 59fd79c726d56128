import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnRows } from './drawn-rows'

test('the current row is drawn wherever it is', () => {
  expect(drawnRows(600, { from: 100, to: 102 }, 3)).toEqual({
    rows: [
      { index: 3, above: 3 },
      { index: 100, above: 96 },
      { index: 101, above: 0 },
    ],
    below: 498,
  })
  expect(drawnRows(0, { from: 0, to: 16 }, -1)).toEqual({ rows: [], below: 0 })
})

test('drawn rows and gaps are all rows, each once, in order', () => {
  fc.assert(
    fc.property(
      fc.nat(700),
      fc.nat(800),
      fc.nat(40),
      fc.integer({ min: -1, max: 800 }),
      (count, from, length, current) => {
        const { rows, below } = drawnRows(count, { from, to: from + length }, current)
        let next = 0
        for (const { index, above } of rows) {
          expect(index).toBe(next + above)
          next = index + 1
        }
        expect(next + below).toBe(count)
        if (current >= 0 && current < count)
          expect(rows.map(({ index }) => index)).toContain(current)
        expect(rows.length).toBeLessThanOrEqual(length + 1)
      },
    ),
  )
})
