import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DecoderState, decodePart, startDecoder } from './decoder'
import type { Dialect, Encoding } from './dialect'
import { ownColumnName } from './header'
import { writeRecord } from './writer'

const encodings: Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']
const delimiters = [',', ';', '\t', '|']

function dialect(encoding: Encoding, delimiter: string): Dialect {
  return { encoding, bom: false, delimiter, quote: '"', lineEnding: 'lf', headerLine: 1 }
}

/** Splits at the cuts; the state goes through JSON between parts, as it does in a database. */
function decodeSplit(bytes: Uint8Array, cuts: number[], using: Dialect) {
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length]
  let state: DecoderState = startDecoder(using)
  const records = []
  const problems = []
  for (let i = 1; i < edges.length; i++) {
    const part = decodePart(state, bytes.subarray(edges[i - 1], edges[i]), {
      last: i === edges.length - 1,
    })
    state = JSON.parse(JSON.stringify(part.state))
    records.push(...part.records)
    problems.push(...part.problems)
  }
  return { columns: state.columns, records, problems }
}

/** Bytes that matter to a reader of delimited text, and pieces of characters. */
const awkward = fc.constantFrom(
  ...[',', '"', '\n', '\r', '\r\n', '""', ' ', 'a', 'é', '€', '😀', '\0', '\ufeff'].map((text) =>
    Array.from(new TextEncoder().encode(text)),
  ),
  [0xff],
  [0xe2, 0x82],
  [0xf0, 0x9f],
  [0x80],
  [0xd8, 0x3d],
)

test('every split gives the same columns, records and problems', () => {
  const input = fc.array(awkward, { maxLength: 40 }).map((pieces) => new Uint8Array(pieces.flat()))
  const cuts = fc.array(fc.nat({ max: 120 }), { maxLength: 6 })
  fc.assert(
    fc.property(input, cuts, fc.constantFrom(...encodings), (bytes, wanted, encoding) => {
      const using = dialect(encoding, ',')
      const whole = decodeSplit(bytes, [], using)
      const inside = wanted.map((cut) => Math.min(cut, bytes.length))
      expect(decodeSplit(bytes, inside, using)).toEqual(whole)
      const everywhere = Array.from(bytes.keys()).slice(1)
      expect(decodeSplit(bytes, everywhere, using)).toEqual(whole)
    }),
    { numRuns: 400 },
  )
})

/** What a cell may hold: no NUL and no half pair, which no text column can keep. */
const anyCell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', ' ', '=1+1', '-5', '@x', "'=x", "''-y", '\t', '\r\n', '"', '+3 4', "'"),
  )
  .map((text) => text.replaceAll('\0', '').replaceAll('\ufeff', ''))

const westernCell = fc.string({
  unit: fc.constantFrom(...'aZ09 ,;|\t\r\n"\'=-€ÄéŸ“'),
  maxLength: 12,
})

test('what is written is read again, in every encoding, delimiter and line ending', () => {
  const table = (cell: fc.Arbitrary<string>) =>
    fc
      .nat({ max: 4 })
      .chain((extra) =>
        fc.array(fc.array(cell, { minLength: extra + 1, maxLength: extra + 1 }), { maxLength: 6 }),
      )
  const sample = fc.constantFrom(...encodings).chain((encoding) =>
    fc.record({
      encoding: fc.constant(encoding),
      rows: table(encoding === 'windows-1252' ? westernCell : anyCell),
      delimiter: fc.constantFrom(...delimiters),
      lineEnding: fc.constantFrom('\n', '\r\n', '\r'),
      cut: fc.nat({ max: 200 }),
    }),
  )
  fc.assert(
    fc.property(sample, ({ encoding, rows, delimiter, lineEnding, cut }) => {
      const width = rows[0]?.length ?? 1
      const header = Array.from({ length: width }, (_, i) => ownColumnName(`column ${i}`))
      const text = [header, ...rows].map((row) => writeRecord(row, delimiter) + lineEnding).join('')
      const bytes = encode(text, encoding)
      const read = decodeSplit(bytes, [Math.min(cut, bytes.length)], dialect(encoding, delimiter))
      expect(read.problems).toEqual([])
      expect(read.records.map((record) => record.cells)).toEqual(rows)
    }),
    { numRuns: 400 },
  )
})

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'windows-1252') return encodeWestern(text)
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const pair = (unit: number) =>
    encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]
  return new Uint8Array(units.flatMap(pair))
}

function encodeWestern(text: string): Uint8Array {
  const high = new Map([
    ['€', 0x80],
    ['“', 0x93],
    ['Ÿ', 0x9f],
  ])
  return new Uint8Array([...text].map((char) => high.get(char) ?? char.charCodeAt(0)))
}
