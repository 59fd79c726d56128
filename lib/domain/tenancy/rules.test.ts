import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, reservedSlugs, slugOf } from './rules'

/**
 * The first parts of addresses below a folder of routes; a group in brackets is no part of one, and
 * no slug begins with a dot.
 */
function firstParts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[[_.]/.test(entry.name))
    .flatMap(({ name }) => (name.startsWith('(') ? firstParts(`${folder}/${name}`) : [name]))
}

test('every address of the site and of its API is reserved, and nothing else', () => {
  const routes = new Set([...firstParts('app'), ...firstParts('app/api')])
  expect(reservedSlugs.toSorted()).toEqual([...routes].toSorted())
})

test('an engagement shares its part of the address with no page', () => {
  expect(firstParts('app/[client]')).toEqual([])
  expect(firstParts('app/api/[client]')).toEqual([])
})

test.each([
  ['Acme Industries', 'acme-industries'],
  ['  ERP — consolidation (2026) ', 'erp-consolidation-2026'],
  ['Züricher Straßenbau', 'zuricher-strassenbau'],
  ['Ærø Smørrebrød', 'aero-smorrebrod'],
  ['株式会社', 'client'],
  ['', 'client'],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name, 'client')).toBe(slug)
})

test('whatever the name, the slug is one part of an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = slugOf(name, 'client')
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(40)
      expect(slugOf(slug, 'client')).toBe(slug)
    }),
  )
})

test('what is taken or reserved gets the next number', () => {
  expect(freeSlug('acme', new Set())).toBe('acme')
  expect(freeSlug('acme', new Set(['acme', 'acme-2']))).toBe('acme-3')
  expect(freeSlug('admin', new Set())).toBe('admin-2')
})
