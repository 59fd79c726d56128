import { decodeCharacters } from './character-decoding'
import type { Dialect, DialectOverrides } from './dialect'
import { detectLineEnding, detectShape } from './dialect-detection'
import { detectEncoding } from './encoding-detection'
import { type ForeignKind, foreignKind } from './file-signature'

type Refusal = ForeignKind | 'empty_file' | 'not_text'

/** A code of the project's table of errors. */
export type SniffFailureCode = 'empty_file' | 'not_text' | 'is_image' | 'is_archive'

/** `kind` is what exactly the file is, `message` says it in words, with what to do. */
type SniffFailure = { ok: false; code: SniffFailureCode; kind: Refusal; message: string }

export type SniffResult = { ok: true; dialect: Dialect } | SniffFailure

const messages: Record<Refusal, string> = {
  empty_file: 'The file is empty.',
  not_text: 'The file is not text. Export the list as CSV and import that.',
  is_image: 'The file is a picture, whatever its name says. Export the list as CSV.',
  is_workbook:
    'The file is a spreadsheet workbook, whatever its name says. Save the sheet as CSV (UTF-8) and import that.',
  is_archive:
    'The file is a compressed archive, whatever its name says. Unpack it and import the files in it.',
  is_document: 'The file is a document, whatever its name says. Export the list as CSV.',
  is_markup: 'The file is a web page or XML, whatever its name says. Export the list as CSV.',
  is_json: 'The file is JSON, whatever its name says. Export the list as CSV.',
  is_media: 'The file is a sound or a film, whatever its name says. Export the list as CSV.',
}

const codes: Record<Refusal, SniffFailureCode> = {
  empty_file: 'empty_file',
  not_text: 'not_text',
  is_image: 'is_image',
  is_workbook: 'is_archive',
  is_archive: 'is_archive',
  is_document: 'not_text',
  is_markup: 'not_text',
  is_json: 'not_text',
  is_media: 'not_text',
}

/**
 * How to read a file, from its first bytes (64 to 256 KB are plenty), or why it cannot be read.
 * What a person decided goes before what is detected; nothing overrides a foreign kind of file.
 */
export function sniff(bytes: Uint8Array, overrides: DialectOverrides = {}): SniffResult {
  if (bytes.length === 0) return failure('empty_file')
  const foreign = foreignKind(bytes)
  if (foreign !== null) return failure(foreign)
  const detected = detectEncoding(bytes)
  if (detected === null) return failure('not_text')
  const encoding = overrides.encoding ?? detected.encoding
  const { text } = decodeCharacters(encoding, bytes, { last: false, byteOffset: 0 })
  const sample = text.replace(/^\ufeff/, '')
  if (sample.trim() === '') return failure('empty_file')
  const shape = detectShape(sample, overrides)
  return {
    ok: true,
    dialect: {
      encoding,
      bom: detected.bom,
      delimiter: shape.delimiter,
      quote: overrides.quote === null ? null : shape.quote,
      lineEnding: detectLineEnding(sample),
      headerLine: overrides.headerLine ?? shape.headerLine,
    },
  }
}

function failure(kind: Refusal): SniffFailure {
  return { ok: false, code: codes[kind], kind, message: messages[kind] }
}
