import type { Encoding } from './dialect'
import { sequenceLength, unfinishedTail } from './utf-8'

export type DetectedEncoding = { encoding: Encoding; bom: boolean }

/** A file with more control characters than this share is no text. */
const CONTROL_SHARE = 0.02

/**
 * Encoding of a text by its bytes: a byte order mark, then the NULs of unmarked UTF-16, then
 * well-formed UTF-8, else Windows-1252. Null when the bytes are no text.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | null {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return { encoding: marked, bom: true }
  const wide = unmarkedUtf16(bytes)
  if (wide !== null) return { encoding: wide, bom: false }
  if (controlShare(bytes) > CONTROL_SHARE) return null
  return { encoding: looksUtf8(bytes) ? 'utf-8' : 'windows-1252', bom: false }
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Delimiters, digits and line breaks have a zero byte on one side in UTF-16, never on the other. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  const end = bytes.length - (bytes.length % 2)
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const units = end / 2
  if (units < 2) return null
  if (odd > units * 0.2 && even < odd * 0.02) return 'utf-16le'
  if (even > units * 0.2 && odd < even * 0.02) return 'utf-16be'
  return null
}

/** C0 controls but tab, line feed, form feed, carriage return, escape and the four separators. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0
  for (const byte of bytes) {
    const allowed = byte >= 0x20 || (byte >= 9 && byte <= 13) || byte >= 0x1a || byte === 1
    if (!allowed) controls += 1
  }
  return bytes.length === 0 ? 0 : controls / bytes.length
}

/** A few damaged characters do not make a UTF-8 file a Windows-1252 file. */
function looksUtf8(bytes: Uint8Array): boolean {
  const end = bytes.length - unfinishedTail(bytes)
  let wellFormed = 0
  let illFormed = 0
  for (let i = 0; i < end; ) {
    const length = sequenceLength(bytes, i)
    if (length > 1) wellFormed += 1
    if (length === 0) illFormed += 1
    i += Math.max(1, length)
  }
  return illFormed === 0 || wellFormed > illFormed * 4
}
