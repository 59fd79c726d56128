import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourcedValue } from '@/db/schema'
import { packedJson, unpackValues } from './packed-values'

const value = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(fc.string()),
)
const sourced: fc.Arbitrary<SourcedValue> = fc
  .record({ value, raw: fc.option(fc.string()), unit: fc.option(fc.string()) })
  .map(({ value, raw, unit }) => ({
    value,
    raw: raw ?? String(value),
    ...(unit !== null && { unit }),
  }))

test('values come back from the database as they were', () => {
  const name = fc.oneof(fc.stringMatching(/^[a-z_]{1,9}$/), fc.constant('__proto__'))
  const attributes = fc.dictionary(name, sourced)
  fc.assert(
    fc.property(attributes, (values) => {
      const stored = JSON.parse(packedJson(values))
      expect(unpackValues(stored)).toEqual(JSON.parse(JSON.stringify(values)))
    }),
  )
})

test('a value that says the same as its cell is stored alone', () => {
  expect(packedJson({ name: { value: 'web-1', raw: 'web-1' } })).toBe('{"name":"web-1"}')
})

test('values are read that were stored with their words left out', () => {
  expect(unpackValues({ cpu_count: { value: 4 }, owner: { value: null, raw: '' } })).toEqual({
    cpu_count: { value: 4, raw: '4' },
    owner: { value: null, raw: '' },
  })
})

test('the order in which values are put down does not matter, and what is no value is left out', () => {
  const [name, owner] = [
    { value: 'web-1', raw: 'Web-1' },
    { value: 'Ann', raw: 'Ann' },
  ]
  const text = '{"name":{"value":"web-1","raw":"Web-1"},"owner":"Ann"}'
  expect(packedJson({ owner, name })).toBe(text)
  expect(packedJson({ owner, name }, ['cpu_count', 'name', 'owner'])).toBe(text)
  expect(packedJson({})).toBe('{}')
})
