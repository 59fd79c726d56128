/** Kinds of file that are no delimited text, told by their first bytes. */
export type ForeignKind =
  | 'is_image'
  | 'is_workbook'
  | 'is_archive'
  | 'is_document'
  | 'is_markup'
  | 'is_json'
  | 'is_media'

type Signature = { kind: ForeignKind; at?: number; bytes: string }

/** Latin-1 strings of bytes; sources: the formats' own specifications. */
const SIGNATURES: Signature[] = [
  { kind: 'is_image', bytes: '\x89PNG\r\n' },
  { kind: 'is_image', bytes: '\xff\xd8\xff' },
  { kind: 'is_image', bytes: 'GIF87a' },
  { kind: 'is_image', bytes: 'GIF89a' },
  { kind: 'is_image', bytes: 'II*\0' },
  { kind: 'is_image', bytes: 'MM\0*' },
  { kind: 'is_image', bytes: '\0\0\x01\0' },
  { kind: 'is_image', at: 6, bytes: '\0\0\0\0' },
  { kind: 'is_image', at: 8, bytes: 'WEBP' },
  { kind: 'is_image', at: 4, bytes: 'ftypheic' },
  { kind: 'is_image', at: 4, bytes: 'ftypavif' },
  { kind: 'is_media', at: 4, bytes: 'ftyp' },
  { kind: 'is_media', bytes: 'ID3\x03' },
  { kind: 'is_workbook', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'is_archive', bytes: 'PK\x03\x04' },
  { kind: 'is_archive', bytes: 'PK\x05\x06' },
  { kind: 'is_archive', bytes: '\x1f\x8b' },
  { kind: 'is_archive', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'is_archive', bytes: 'Rar!\x1a\x07' },
  { kind: 'is_archive', bytes: 'BZh' },
  { kind: 'is_archive', bytes: '\xfd7zXZ\0' },
  { kind: 'is_archive', bytes: '\x28\xb5\x2f\xfd' },
  { kind: 'is_archive', at: 257, bytes: 'ustar' },
  { kind: 'is_document', bytes: '%PDF-' },
  { kind: 'is_document', bytes: '{\\rtf' },
]

/** Signatures that ordinary text could also begin with count only beside a byte no text has. */
const NEEDS_BINARY = new Set(['BZh', 'ustar', 'ftyp', 'WEBP', '\0\0\0\0'])

/** What the file is instead of delimited text, or null. Judged by content, never by name. */
export function foreignKind(bytes: Uint8Array): ForeignKind | null {
  const found = SIGNATURES.find(
    (signature) => matches(bytes, signature) && isCertain(bytes, signature),
  )
  if (found === undefined) return textualKind(bytes)
  const isZip = found.bytes === 'PK\x03\x04'
  return isZip && holdsWorkbook(bytes) ? 'is_workbook' : found.kind
}

function matches(bytes: Uint8Array, { at = 0, bytes: wanted }: Signature): boolean {
  for (let i = 0; i < wanted.length; i++) {
    if (bytes[at + i] !== wanted.charCodeAt(i)) return false
  }
  return true
}

function isCertain(bytes: Uint8Array, { bytes: wanted }: Signature): boolean {
  if (wanted === '\0\0\0\0') return bytes[0] === 0x42 && bytes[1] === 0x4d
  return !NEEDS_BINARY.has(wanted) || bytes.subarray(0, 512).some((byte) => byte < 9)
}

function holdsWorkbook(bytes: Uint8Array): boolean {
  const names = latin1(bytes.subarray(0, 65_536))
  return /\[Content_Types\]\.xml|xl\/|mimetypeapplication\/vnd\.oasis/.test(names)
}

function textualKind(bytes: Uint8Array): ForeignKind | null {
  const start = latin1(bytes.subarray(0, 512))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (/^<(?:\?xml|!doctype|html|table|svg)/i.test(start)) return 'is_markup'
  return /^(?:\[\s*)?\{\s*"/.test(start) ? 'is_json' : null
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
