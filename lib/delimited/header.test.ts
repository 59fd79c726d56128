import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOwnColumn, nameColumns, ownColumnName } from './header'

const names = (...headers: string[]) => nameColumns(headers).map((column) => column.name)

test('duplicate and empty headers get names of their own', () => {
  expect(names('Name', 'Name', '', 'Name')).toEqual(['Name', 'Name (2)', 'Column 3', 'Name (3)'])
})

test('a made name avoids a header that comes later', () => {
  expect(names('A', 'A', 'A (2)')).toEqual(['A', 'A (3)', 'A (2)'])
})

test('line breaks, odd blanks and invisible characters are tidied, the header itself is kept', () => {
  expect(nameColumns([' OS\r\n name\u00a0\u200b '])).toEqual([
    { index: 0, name: 'OS name', header: ' OS\r\n name\u00a0\u200b ' },
  ])
})

test('names are unique and not empty for any headers', () => {
  const header = fc.oneof(fc.string(), fc.constantFrom('A', 'A (2)', 'Column 2', '', '__proto__'))
  fc.assert(
    fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
      const made = names(...headers)
      expect(new Set(made).size).toBe(headers.length)
      expect(made.every((name) => name !== '')).toBe(true)
    }),
  )
})

test('columns of our own exports are known by their name', () => {
  expect(isOwnColumn(ownColumnName('reason'))).toBe(true)
  expect(isOwnColumn('Reason')).toBe(false)
})
