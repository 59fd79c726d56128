import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientNamespace } from '@/lib/base/tag'
import { type Codec, createCodec, type EntryHeader, type EntryPlace } from './codec'

const secret = Buffer.alloc(32, 7)
const codec = createCodec({ secret, randomBytes })
const place = { namespace: clientNamespace('acme'), entryKey: 'e:one' }
const header: EntryHeader = {
  versions: ['1700000000000000:1:ab', '1700000000000001:7:cd'],
  softExpiry: 1_700_000_000_000,
  hardExpiry: 1_700_000_600_000,
  computeMs: 12,
}

function open(text: string, at: EntryPlace = place, by: Codec = codec) {
  const entry = by.read(text)
  return entry && by.open(at, entry)
}

function encode(value: unknown): string {
  const encoded = codec.encode(place, header, value)
  if (!encoded.ok) throw new Error(encoded.reason)
  return encoded.text
}

test('what is put in comes out, small and large', () => {
  const json = fc
    .jsonValue()
    .map((value) => JSON.parse(JSON.stringify(value)))
    .filter((value) => !JSON.stringify(value).includes('__proto__'))
  fc.assert(
    fc.property(json, fc.nat(3000), (part, length) => {
      const value = { part, text: 'ü'.repeat(length) }
      const text = encode(value)
      expect(open(text)).toEqual({ value })
      expect(codec.read(text)?.header).toEqual(header)
    }),
  )
})

test('each reader gets a value of its own', () => {
  const text = encode({ rows: [1] })
  const [one, two] = [open(text), open(text)]
  expect(one).toEqual({ value: { rows: [1] } })
  expect(two).toEqual(one)
  expect(two?.value).not.toBe(one?.value)
})

test('nothing of a value can be read in it, and no two encodings are alike', () => {
  expect(encode('confidential')).not.toContain(Buffer.from('confidential').toString('base64'))
  expect(encode('confidential')).not.toBe(encode('confidential'))
})

// Base64 has several texts for the same bytes, so one sign may change and nothing with it.
test('a changed text opens as what it was or not at all', () => {
  const text = encode({ secret: 'value' })
  const header = text.indexOf('\n')
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'A', 'j', ' '), (at, sign) => {
      const changed = text.slice(0, at) + sign + text.slice(at + 1)
      const opened = open(changed)
      if (opened) expect(opened.value).toEqual({ secret: 'value' })
      if (opened && at <= header) expect(changed).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('a value opens at its own place only, and with its own secret', () => {
  const text = encode(1)
  // What was opened before is remembered, and that must help nobody else.
  expect(open(text)).toEqual({ value: 1 })
  expect(open(text, { ...place, entryKey: 'e:two' })).toBeNull()
  expect(open(text, { ...place, namespace: clientNamespace('other') })).toBeNull()
  const other = createCodec({ secret: Buffer.alloc(32, 8), randomBytes })
  expect(open(text, place, other)).toBeNull()
})

test.each(['', '\n', 'j', 'OK', '{}', 'j 00000000 1 2 3 a\n', 'j 00000000 1 2 3 a\nAAAA'])(
  'what is no entry is none: %j',
  (text) => {
    expect(open(text)).toBeNull()
  },
)

test('a cut entry is none', () => {
  const text = encode('value')
  const head = text.slice(0, text.indexOf('\n') + 1)
  for (const length of [0, 4, 16, 24]) {
    expect(open(text.slice(0, head.length + length))).toBeNull()
  }
})

test('a large value that compresses is stored, one that does not is refused', () => {
  expect(encode('a'.repeat(2_000_000)).length).toBeLessThan(20_000)
  const noise = randomBytes(300_000).toString('base64')
  expect(codec.encode(place, header, noise)).toEqual({ ok: false, reason: 'oversize' })
})

test.each([
  [undefined, '$'],
  [new Date(0), '$'],
  [new Map(), '$'],
  [[1, { at: new Date(0) }], '$[1].at'],
  [{ rows: [{ name: undefined }] }, '$.rows[0].name'],
  [[undefined], '$[0]'],
  [{ share: Number.NaN }, '$.share'],
  [-0, '$'],
  [{ size: 10n }, '$.size'],
])('a value that JSON would change is refused: %o', (value, at) => {
  expect(codec.encode(place, header, value)).toEqual({ ok: false, reason: 'unstorable', at })
})
