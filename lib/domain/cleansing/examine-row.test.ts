import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalAttributes } from '@/lib/domain/mapping/catalogue/attributes'
import { convertValue } from '@/lib/domain/mapping/convert/convert-value'
import type { CanonicalAttribute, ValueType } from '@/lib/domain/mapping/schema'
import { proposedText } from './examine-row'

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''))
const word = fc.stringMatching(/^[a-z]{2,8}\d{1,3}$/)
const ipv4 = fc.ipV4()
const listOf = (text: fc.Arbitrary<string>) =>
  fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('; '))
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const plain = fc.string({ unit: 'grapheme' })

/** Cells as sources write them, which conversion may or may not read. */
const cells: Record<Exclude<ValueType, 'enum' | 'integer' | 'decimal'>, fc.Arbitrary<string>> = {
  string: plain,
  text: plain,
  ref: plain,
  hostname: word,
  fqdn: word.map((name) => `${name}.Example.org.`),
  url: word.map((name) => `https://${name}.example.org/a,b`),
  uuid: hex(32),
  mac: listOf(hex(12)),
  ip: fc.oneof(ipv4, fc.ipV6()),
  'ip|list<ip>': listOf(ipv4),
  'list<ip>': listOf(ipv4),
  'list<string>': listOf(word),
  'list<int>': listOf(fc.integer({ min: 1, max: 65_535 }).map(String)),
  boolean: fc.constantFrom('yes', 'Nein', 'TRUE', '0'),
  date: day.map((iso) => iso.slice(0, 10)),
  datetime: day.map((iso) => iso.slice(0, 19)),
}

function cellsOf({ type, enumValues }: CanonicalAttribute): fc.Arbitrary<string> {
  if (type === 'enum') return fc.constantFrom(...(enumValues ?? []))
  if (type === 'integer') return fc.integer({ min: -9_999, max: 100_000_000 }).map(String)
  if (type !== 'decimal') return cells[type]
  return fc.integer({ min: -9_999, max: 100_000_000 }).map((cents) => String(cents / 100))
}

test.each(canonicalAttributes)('what is proposed for $name is read back as it was', (attribute) => {
  fc.assert(
    fc.property(cellsOf(attribute), (cell) => {
      const first = convertValue(attribute.name, cell, { sourceUnit: attribute.unit })
      if (!first.ok) return
      const text = proposedText(first.value)
      if (text === null) return
      const again = convertValue(attribute.name, text, { sourceUnit: attribute.unit })
      expect(again).toMatchObject({ ok: true, value: first.value })
    }),
    { numRuns: 50 },
  )
})
