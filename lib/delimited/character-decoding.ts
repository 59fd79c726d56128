import type { Encoding } from './dialect'
import { sequenceLength, unfinishedTail } from './utf-8'
import { decodeWindows1252, windows1252Character } from './windows-1252'

/** A place in `text` whose bytes were not valid, or hold a NUL that no database text can keep. */
export type Flaw = { at: number; kind: 'invalid_bytes' | 'nul_character'; byteOffset: number }

/** Decoded characters, what was wrong with them in order, and bytes that wait for the next part. */
export type DecodedText = { text: string; flaws: Flaw[]; held: Uint8Array }

/**
 * Bytes to characters, at any byte boundary.
 * Bytes that are no valid UTF-8 are read one by one as Windows-1252 (no byte is lost, and it is
 * what they nearly always are); half a UTF-16 pair becomes U+FFFD. Both are listed as flaws.
 * @param byteOffset where `bytes` begin in the file
 */
export function decodeCharacters(
  encoding: Encoding,
  bytes: Uint8Array,
  { last, byteOffset }: { last: boolean; byteOffset: number },
): DecodedText {
  const keep = last ? 0 : heldBack(encoding, bytes)
  const body = keep === 0 ? bytes : bytes.subarray(0, bytes.length - keep)
  const { text, flaws } = decodeWhole(encoding, body, byteOffset)
  const nuls = findNuls(encoding, text, body, byteOffset)
  const all = nuls.length === 0 ? flaws : [...flaws, ...nuls].sort((a, b) => a.at - b.at)
  return { text, flaws: all, held: bytes.subarray(bytes.length - keep) }
}

function heldBack(encoding: Encoding, bytes: Uint8Array): number {
  if (encoding === 'windows-1252') return 0
  if (encoding === 'utf-8') return unfinishedTail(bytes)
  const odd = bytes.length % 2
  const unit = unitAt(encoding, bytes, bytes.length - odd - 2)
  return isHighSurrogate(unit) ? odd + 2 : odd
}

function decodeWhole(
  encoding: Encoding,
  bytes: Uint8Array,
  byteOffset: number,
): { text: string; flaws: Flaw[] } {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), flaws: [] }
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes), flaws: [] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return encoding === 'utf-8'
      ? decodeDamagedUtf8(bytes, byteOffset)
      : decodeDamagedUtf16(encoding, bytes, byteOffset)
  }
}

function decodeDamagedUtf8(bytes: Uint8Array, byteOffset: number) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const flaws: Flaw[] = []
  let text = ''
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    text += decoder.decode(bytes.subarray(from, at))
    flaws.push({ at: text.length, kind: 'invalid_bytes', byteOffset: byteOffset + at })
    text += windows1252Character(bytes[at] ?? 0)
    at += 1
    from = at
  }
  return { text: text + decoder.decode(bytes.subarray(from)), flaws }
}

function decodeDamagedUtf16(encoding: Encoding, bytes: Uint8Array, byteOffset: number) {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const flaws: Flaw[] = []
  const even = bytes.length - (bytes.length % 2)
  const note = (byte: number) =>
    flaws.push({ at: byte / 2, kind: 'invalid_bytes', byteOffset: byteOffset + byte })
  for (let byte = 0; byte < even; byte += 2) {
    const unit = unitAt(encoding, bytes, byte)
    if (isHighSurrogate(unit) && isLowSurrogate(unitAt(encoding, bytes, byte + 2))) byte += 2
    else if (isHighSurrogate(unit) || isLowSurrogate(unit)) note(byte)
  }
  if (even < bytes.length) note(even)
  const text = decoder.decode(bytes.subarray(0, even))
  return { text: even < bytes.length ? `${text}\ufffd` : text, flaws }
}

function findNuls(encoding: Encoding, text: string, bytes: Uint8Array, byteOffset: number): Flaw[] {
  const nuls: Flaw[] = []
  let at = text.indexOf('\0')
  let byte = -1
  while (at !== -1) {
    const wide = encoding === 'utf-16le' || encoding === 'utf-16be'
    byte = wide ? at * 2 : bytes.indexOf(0, byte + 1)
    nuls.push({ at, kind: 'nul_character', byteOffset: byteOffset + byte })
    at = text.indexOf('\0', at + 1)
  }
  return nuls
}

function unitAt(encoding: Encoding, bytes: Uint8Array, at: number): number {
  if (at < 0 || at + 1 >= bytes.length) return 0
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  return encoding === 'utf-16be' ? (first << 8) | second : (second << 8) | first
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
