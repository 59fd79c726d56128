import { expect, test } from 'vitest'
import { pageInWords, vitalInWords } from './vital-words'

test('a measurement is said in the unit that people read', () => {
  expect(vitalInWords('LCP', 449.6)).toBe('450 ms')
  expect(vitalInWords('LCP', 1839)).toBe('1.84 s')
  expect(vitalInWords('CLS', 0.0123)).toBe('0.012')
})

test('a page is named by what follows its place', () => {
  expect(pageInWords('/:client/:engagement')).toBe('Dashboard')
  expect(pageInWords('/:client/:engagement/inventory/:assetId')).toBe('/inventory/:assetId')
  expect(pageInWords('/admin/flags')).toBe('/admin/flags')
})
