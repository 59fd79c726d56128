import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourcedValue } from '@/db/schema'
import { packValues, unpackValues } from './packed-values'

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
      const stored = JSON.parse(JSON.stringify(packValues(values)))
      expect(unpackValues(stored)).toEqual(JSON.parse(JSON.stringify(values)))
    }),
  )
})

test('a value that says the same as its cell is stored alone', () => {
  expect(packValues({ name: { value: 'web-1', raw: 'web-1' } })).toEqual({ name: 'web-1' })
})

test('values are read that were stored with their words left out', () => {
  expect(unpackValues({ cpu_count: { value: 4 }, owner: { value: null, raw: '' } })).toEqual({
    cpu_count: { value: 4, raw: '4' },
    owner: { value: null, raw: '' },
  })
})
