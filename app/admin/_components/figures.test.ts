import { expect, test } from 'vitest'
import { counted, milliseconds, momentInWords, percent } from './figures'

test('nothing that is not all reads as all, and nothing that is something as none', () => {
  expect([0, 0.5, 0.9731, 0.9999, 1].map(percent)).toEqual([
    '0 %',
    '50.0 %',
    '97.3 %',
    '99.9 %',
    '100 %',
  ])
  expect(percent(0.0004)).toBe('<0.1 %')
})

test('figures in words', () => {
  expect([0, 0.99, 1.5, 9.96, 12.4, 5939].map(milliseconds)).toEqual([
    '<1',
    '<1',
    '1.5',
    '10.0',
    '12',
    '5,939',
  ])
  expect([counted(1, 'client'), counted(1200, 'client')]).toEqual(['1 client', '1,200 clients'])
  expect(momentInWords('2026-11-21T00:05:00.000Z')).toBe('Nov 21, 00:05 UTC')
})
