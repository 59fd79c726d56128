import { escapeFormula } from './formula'

export type WriterOptions = {
  delimiter?: string
  lineEnding?: '\r\n' | '\n' | '\r'
  /** A byte order mark makes spreadsheets read UTF-8 as UTF-8. */
  bom?: boolean
}

/** Characters gathered before they are handed on. */
const BATCH_CHARACTERS = 65_536

/**
 * One row without its line break (RFC 4180 quoting), formulas escaped for spreadsheets.
 * A row of one empty cell is written as `""`, so that it does not read as a blank line.
 */
export function writeRecord(cells: readonly string[], delimiter = ','): string {
  if (cells.every((cell) => cell === '')) return ['""', ...cells.slice(1)].join(delimiter)
  return cells.map((cell) => quoteCell(escapeFormula(cell), delimiter)).join(delimiter)
}

/**
 * A CSV file as pieces of text. Memory holds one piece, whatever the number of rows.
 * Put a column named by `ownColumnName` into `header`, else a re-import keeps the formula escapes.
 */
export async function* writeDelimited(
  header: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  { delimiter = ',', lineEnding = '\r\n', bom = true }: WriterOptions = {},
): AsyncGenerator<string, void, undefined> {
  let batch = (bom ? '\ufeff' : '') + writeRecord(header, delimiter) + lineEnding
  for await (const row of rows) {
    batch += writeRecord(row, delimiter) + lineEnding
    if (batch.length < BATCH_CHARACTERS) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

function quoteCell(cell: string, delimiter: string): string {
  const needsQuotes =
    cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim() || cell[0] === "'"
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}
