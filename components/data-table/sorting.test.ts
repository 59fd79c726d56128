import { expect, test } from 'vitest'
import { formatSorting, parseSorting, sortByLinks } from './sorting'

test('a sorting reads back as it was written', () => {
  for (const text of ['name', '-name']) {
    const sorting = parseSorting(text, ['name'])
    expect(sorting && formatSorting(sorting)).toBe(text)
  }
})

test('a column that is not allowed sorts nothing', () => {
  expect(parseSorting('password', ['name'])).toBeNull()
  expect(parseSorting('-constructor', ['name'])).toBeNull()
  expect(parseSorting(undefined, ['name'])).toBeNull()
})

test('a sort link keeps the filters and forgets the cursor', () => {
  const sort = sortByLinks({
    pathname: '/a/b/inventory',
    params: { q: 'sql', cursor: 'abc', sort: 'name' },
    current: { key: 'name', direction: 'ascending' },
  })
  expect(sort.hrefFor({ key: 'cpu', direction: 'descending' })).toBe(
    '/a/b/inventory?q=sql&sort=-cpu',
  )
})
