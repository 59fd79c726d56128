import { expect, test } from 'vitest'
import { searchParamEntries, withSearchParams } from './search-params'

test('a change keeps every other parameter, repeated ones too', () => {
  expect(
    withSearchParams('/inventory', { q: 'sql', type: ['server', 'database'] }, { q: 'oracle' }),
  ).toBe('/inventory?type=server&type=database&q=oracle')
})

test('nothing, an empty text and an empty list leave the address', () => {
  const params = { q: 'sql', type: ['server'], cursor: 'abc' }
  expect(withSearchParams('/inventory', params, { q: '', type: [], cursor: undefined })).toBe(
    '/inventory',
  )
})

test('an empty field that a form sent is not carried on', () => {
  expect(withSearchParams('/inventory', { q: '', os: 'linux' }, {})).toBe('/inventory?os=linux')
})

test('values are escaped', () => {
  expect(withSearchParams('/inventory', {}, { q: 'a&b=c d' })).toBe('/inventory?q=a%26b%3Dc+d')
})

test('entries skip what is not set', () => {
  expect(searchParamEntries({ a: undefined, b: 'x', c: ['y', 'z'] })).toEqual([
    ['b', 'x'],
    ['c', 'y'],
    ['c', 'z'],
  ])
})
