import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clientNamespace,
  encodePart,
  encodeTag,
  globalNamespace,
  namespaceOf,
  namespaceTag,
} from './tag'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ':', '%', '.', '|', '\ud800', '\udc00', '0', '3', 'A') }),
)
const namespace = fc.oneof(fc.constant(globalNamespace), text.map(clientNamespace))
const list = fc.tuple(namespace, fc.array(text, { minLength: 1, maxLength: 4 }))

test('no two lists of parts make one tag', () => {
  fc.assert(
    fc.property(list, list, ([ns1, [kind1 = '', ...parts1]], [ns2, [kind2 = '', ...parts2]]) => {
      const same = JSON.stringify([ns1, kind1, parts1]) === JSON.stringify([ns2, kind2, parts2])
      expect(encodeTag(ns1, kind1, ...parts1) === encodeTag(ns2, kind2, ...parts2)).toBe(same)
    }),
    { numRuns: 5000 },
  )
})

test('a tag is ASCII without the signs that fences are written with, and knows its namespace', () => {
  fc.assert(
    fc.property(list, ([ns, [kind = '', ...parts]]) => {
      const tag = encodeTag(ns, kind, ...parts)
      expect(tag).toMatch(/^[A-Za-z0-9_.~%:-]+$/)
      expect(namespaceOf(tag)).toBe(ns)
      expect(tag).not.toBe(namespaceTag(ns))
    }),
  )
})

test('near misses stay apart', () => {
  expect(encodeTag(globalNamespace, 'a', 'b')).toBe('global:a:b')
  const near = [['a:b'], ['a', 'b'], ['a', 'b', ''], ['a%003ab'], ['a', '', 'b'], ['', 'a', 'b']]
  const tags = near.map(([kind = '', ...parts]) => encodeTag(globalNamespace, kind, ...parts))
  expect(new Set(tags).size).toBe(near.length)
  expect(clientNamespace('global')).not.toBe(globalNamespace)
  // As UTF-8 the two would both become the replacement character.
  expect(encodePart('\ud800')).not.toBe(encodePart('\ud801'))
  expect(namespaceOf(namespaceTag(globalNamespace))).toBe(globalNamespace)
})
