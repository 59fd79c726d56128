import { decodeCharacters } from './character-decoding'
import type { Dialect } from './dialect'
import { unescapeFormula } from './formula'
import { type Column, isOwnColumn, nameColumns } from './header'
import { DECODER_LIMITS, type DecoderLimits } from './limits'
import type { DelimitedProblem } from './problem'
import { RecordScanner, type ScannedRecord, type ScanState, startScan } from './record-scanner'

/**
 * A row below the header. `line` is the physical line (from 1) on which it begins. `cells` has at
 * least one entry per column; what goes beyond the columns is kept at its end.
 */
export type DelimitedRecord = { line: number; cells: string[] }

/**
 * Everything the decoder remembers between two parts of a file: plain JSON, so a step may store it
 * and another process may go on. Its size is bounded by the limits, not by the file.
 */
export type DecoderState = {
  dialect: Dialect
  limits: DecoderLimits
  /** Null until the header row was read. */
  columns: Column[] | null
  /** The file is one of our exports: its formula escapes are taken off again. */
  own: boolean
  /** Rows delivered so far. */
  records: number
  /** Bytes of an unfinished character. */
  held: number[]
  bytesRead: number
  textBegun: boolean
  scan: ScanState
}

export type DecodedPart = {
  state: DecoderState
  records: DelimitedRecord[]
  problems: DelimitedProblem[]
}

/** State before the first byte. */
export function startDecoder(
  dialect: Dialect,
  limits: DecoderLimits = DECODER_LIMITS,
): DecoderState {
  return {
    dialect,
    limits,
    columns: null,
    own: false,
    records: 0,
    held: [],
    bytesRead: 0,
    textBegun: false,
    scan: startScan(),
  }
}

/**
 * Decodes the next bytes of a file. The split into parts is arbitrary: records and problems are the
 * same for every split. `state` is not changed; the new one is returned.
 *
 * A problem with scope `record` or `cell` concerns the delivered row with the same `line`.
 * Blank lines, and rows in which every cell is empty and unquoted, are skipped. Short rows are
 * padded. Nothing throws for what a file holds; stop when a problem's scope is `file`.
 *
 * Own code because papaparse keeps the state of its chunks in private fields and closures, reads one
 * kind of line ending per file, and scans an unfinished record again with every chunk.
 *
 * @param last whether no further part follows; ends the last record
 */
export function decodePart(
  state: DecoderState,
  bytes: Uint8Array,
  { last }: { last: boolean },
): DecodedPart {
  const { dialect, limits } = state
  const input = joinBytes(state.held, bytes)
  const decoded = decodeCharacters(dialect.encoding, input, {
    last,
    byteOffset: state.bytesRead - state.held.length,
  })
  const skipBom = !state.textBegun && decoded.text.startsWith('\ufeff')
  const part: DecodedPart = {
    state: {
      ...state,
      held: Array.from(decoded.held),
      bytesRead: state.bytesRead + bytes.length,
      textBegun: state.textBegun || decoded.text !== '',
    },
    records: [],
    problems: [],
  }
  const scanner = new RecordScanner(
    dialect.delimiter,
    dialect.quote,
    limits,
    state.scan,
    (record) => accept(record, part),
  )
  if (skipBom) {
    const flaws = decoded.flaws.map((flaw) => ({ ...flaw, at: flaw.at - 1 }))
    scanner.scan(decoded.text.slice(1), flaws)
  } else {
    scanner.scan(decoded.text, decoded.flaws)
  }
  if (last) scanner.finish()
  part.state.scan = scanner.position
  return part
}

function joinBytes(held: readonly number[], bytes: Uint8Array): Uint8Array {
  if (held.length === 0) return bytes
  const joined = new Uint8Array(held.length + bytes.length)
  joined.set(held)
  joined.set(bytes, held.length)
  return joined
}

function accept(record: ScannedRecord, part: DecodedPart): void {
  if (record.line < part.state.dialect.headerLine || isBlank(record)) return
  if (part.state.columns === null) acceptHeader(record, part)
  else acceptRow(record, part.state.columns, part)
}

/** Also a problem makes a row worth showing, were its cells empty. */
function isBlank({ cells, quoted, problems }: ScannedRecord): boolean {
  return !quoted && problems.length === 0 && cells.every((cell) => cell === '')
}

/** What is wrong with the header is wrong with the whole file. */
function acceptHeader(record: ScannedRecord, part: DecodedPart): void {
  const own = record.cells.some(isOwnColumn)
  part.state.own = own
  part.state.columns = nameColumns(own ? record.cells.map(unescapeFormula) : record.cells)
  for (const problem of record.problems) {
    part.problems.push(problem.scope === 'record' ? { ...problem, scope: 'file' } : problem)
  }
}

function acceptRow(record: ScannedRecord, columns: readonly Column[], part: DecodedPart): void {
  const { line, problems } = record
  const width = columns.length
  let { cells } = record
  if (cells.length > width) cells = withoutBlankExtras(cells, width)
  while (cells.length < width) cells.push('')
  if (part.state.own) cells = cells.map(unescapeFormula)
  for (const problem of problems) part.problems.push(problem)
  if (cells.length > width) {
    const count = cells.length - width
    part.problems.push({ code: 'extra_cells', scope: 'cell', line, column: width + 1, count })
  }
  part.records.push({ line, cells })
  part.state.records += 1
}

/** Trailing delimiters, which spreadsheets like to add, carry nothing. */
function withoutBlankExtras(cells: readonly string[], width: number): string[] {
  let end = cells.length
  while (end > width && cells[end - 1] === '') end -= 1
  return cells.slice(0, end)
}
