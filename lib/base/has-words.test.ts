import { expect, test } from 'vitest'
import { hasWords } from './has-words'

test('every word of a search is looked for, in whatever order and case', () => {
  expect(hasWords('Acme ERP consolidation', 'erp acme')).toBe(true)
  expect(hasWords('Acme ERP consolidation', 'erp pilot')).toBe(false)
})

test('a search without words finds everything', () => {
  expect(hasWords('Acme', ' ')).toBe(true)
})
