import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace, namespaceTag } from '@/lib/base/tag'
import { canonicalJson, createKeys, namespacesOf, withNamespaceTags } from './keys'

const keys = createKeys('db:1')
const acme = clientNamespace('acme')

test('keys say what they are, and neither input nor env can break out', () => {
  const name = { namespace: acme, read: 'flows:page', schemaHash: 's1', input: { id: 'x:y' } }
  expect(keys.tag(encodeTag(acme, 'flow', '1'))).toBe('db%003a1:t:client.acme:flow:1')
  expect(keys.marker(acme)).toBe('db%003a1:m:client.acme')
  expect(keys.stream(acme)).toBe('db%003a1:s:client.acme')
  expect(keys.entry(name)).toMatch(/^db%003a1:e:client\.acme:flows%003apage@s1:[\w-]{43}$/)
  expect(keys.lease(keys.entry(name))).toBe(keys.entry(name).replace(':e:', ':l:'))
  expect(keys.entry({ ...name, schemaHash: 's2' })).not.toBe(keys.entry(name))
})

test('equal inputs are one key, whatever the order of their fields; others are not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [one, two] = [a, b].map((value) => JSON.parse(JSON.stringify(value)))
      expect(JSON.parse(canonicalJson(one))).toEqual(one)
      if (canonicalJson(one) === canonicalJson(two)) expect(one).toEqual(two)
    }),
  )
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe(
    canonicalJson({ a: [{ c: 'x', d: null }], b: 1 }),
  )
  expect(canonicalJson({ a: undefined })).toBe('{}')
})

test.each([[new Date(0)], [Number.NaN], [new Map([[1, 2]])], [[undefined]], [1n], [() => 1]])(
  'an input that JSON would change is refused: %s',
  (input) => {
    expect(() => canonicalJson(input)).toThrow(TypeError)
  },
)

test('a read carries the tag of every namespace that it names', () => {
  const user = encodeTag(globalNamespace, 'user', '1')
  const tags = withNamespaceTags(acme, [user, user])
  expect(tags).toEqual([namespaceTag(acme), namespaceTag(globalNamespace), user])
  expect(namespacesOf(tags)).toEqual([acme, globalNamespace])
})
