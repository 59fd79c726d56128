import { expect, test } from 'vitest'
import { type DecoderState, decodePart, startDecoder } from '@/lib/delimited/decoder'
import type { Encoding } from '@/lib/delimited/dialect'
import { writeRecord } from '@/lib/delimited/writer'

const awkwardRows = [
  ['name', 'note', 'note', ''],
  ['“é€😀', 'line\nbreak', 'carriage\rreturn', '\r\n'],
  ['"quoted"', ' blank ', "'=1+1", ',;|\t'],
  ['', '', '', ''],
]
/** What no writer writes: an undoubled quote, more values than columns, bytes of no character. */
const brokenLines = 'a"b,c\r"d"e,f\r\n1,2,3,4,5\n\n"x,y\n'

function bytesOf(encoding: Encoding): Uint8Array {
  const text = awkwardRows.map((row) => writeRecord(row)).join('') + brokenLines
  if (encoding === 'utf-8') return new Uint8Array([...Buffer.from(text), 0xff, 0xe2, 0x82])
  if (encoding === 'windows-1252') return new Uint8Array([...Buffer.from(text, 'latin1'), 0x80])
  const little = Buffer.from(`${text}\ud83d`, 'utf16le')
  return new Uint8Array(encoding === 'utf-16le' ? little : little.swap16())
}

function decode(parts: readonly Uint8Array[], encoding: Encoding) {
  const dialect = { encoding, bom: false, delimiter: ',', quote: '"', headerLine: 1 }
  let state: DecoderState = startDecoder({ ...dialect, lineEnding: 'mixed' })
  const records = []
  const problems = []
  for (const [index, bytes] of parts.entries()) {
    const part = decodePart(state, bytes, { last: index === parts.length - 1 })
    state = JSON.parse(JSON.stringify(part.state))
    records.push(...part.records)
    problems.push(...part.problems)
  }
  return { columns: state.columns, records, problems }
}

test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
  'a file in %s is the same wherever two cuts part it',
  { timeout: 300_000 },
  (encoding) => {
    const bytes = bytesOf(encoding)
    const whole = JSON.stringify(decode([bytes], encoding))
    const differing: [number, number][] = []
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const parts = [
          bytes.subarray(0, first),
          bytes.subarray(first, second),
          bytes.subarray(second),
        ]
        if (JSON.stringify(decode(parts, encoding)) !== whole) differing.push([first, second])
      }
    }
    expect(differing).toEqual([])
    expect(JSON.parse(whole).problems.length).toBeGreaterThan(2)
  },
)
