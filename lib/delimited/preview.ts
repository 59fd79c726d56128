import { type DecodedPart, decodePart, startDecoder } from './decoder'
import type { Dialect, DialectOverrides } from './dialect'
import type { Column } from './header'
import { type DelimitedProblem, type FileFailureCode, fileFailure } from './problem'
import { type SniffFailureCode, sniff } from './sniff'

/** Rows a person sees before the upload. */
const PREVIEW_ROWS = 50

export type Preview = {
  ok: true
  dialect: Dialect
  columns: Column[]
  /** Cells in the order of the columns; a ragged row may have more. */
  rows: string[][]
  /** Problems within the rows shown. */
  problems: DelimitedProblem[]
}

export type PreviewFailure = {
  ok: false
  code: SniffFailureCode | FileFailureCode | 'header_only'
  message: string
}

/**
 * The columns and first rows of a file.
 * @param bytes the file's beginning
 * @param whole whether `bytes` is the whole file: only then is its last row complete, and a file
 *   without rows known to have none
 */
export function previewFile(
  bytes: Uint8Array,
  { whole, overrides }: { whole: boolean; overrides?: DialectOverrides },
): Preview | PreviewFailure {
  const sniffed = sniff(bytes, overrides)
  if (!sniffed.ok) return { ok: false, code: sniffed.code, message: sniffed.message }
  const { dialect } = sniffed
  const { state, records, problems } = decodeBeginning(dialect, bytes, whole)
  const columns = state.columns ?? []
  const fatal = fileFailure(
    problems,
    columns.map((column) => column.name),
  )
  if (fatal) return { ok: false, ...fatal }
  if (whole && records.length === 0) {
    return { ok: false, code: 'header_only', message: 'The file has column names but no rows.' }
  }
  const shown = records.slice(0, PREVIEW_ROWS)
  const lastLine = shown.at(-1)?.line ?? 0
  return {
    ok: true,
    dialect,
    columns,
    rows: shown.map((record) => record.cells),
    problems: problems.filter((problem) => problem.line <= lastLine),
  }
}

/** A header larger than the beginning at hand is read as far as it goes. */
function decodeBeginning(dialect: Dialect, bytes: Uint8Array, whole: boolean): DecodedPart {
  const part = decodePart(startDecoder(dialect), bytes, { last: whole })
  return part.state.columns === null && !whole
    ? decodePart(startDecoder(dialect), bytes, { last: true })
    : part
}
