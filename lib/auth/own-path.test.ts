import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from './own-path'

const site = 'https://portolan.example'

test('a path of the site is kept with its query', () => {
  expect(ownPath('/acme/erp-2026/inventory?sort=-name', '/start')).toBe(
    '/acme/erp-2026/inventory?sort=-name',
  )
})

test.each([
  null,
  undefined,
  '',
  'start',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
])('%j leads to the fallback', (candidate) => {
  expect(ownPath(candidate, '/start')).toBe('/start')
})

test('whatever is asked, a browser stays on the site', () => {
  const candidate = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc
      .array(fc.constantFrom('/', '\\', '.', '\t', '@', 'a', ':', '?', '#'))
      .map((all) => all.join('')),
  )
  fc.assert(
    fc.property(candidate, (text) => {
      expect(new URL(ownPath(text, '/start'), site).origin).toBe(site)
    }),
  )
})
