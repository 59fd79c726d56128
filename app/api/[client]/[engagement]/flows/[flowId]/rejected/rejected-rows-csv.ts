import { isOwnColumn, ownColumnName } from '@/lib/delimited/header'
import { writeDelimited } from '@/lib/delimited/writer'
import type { RawRowView } from '@/lib/domain/imports/schema'

const rowsPerRead = 1_000

/** Gives at most `limit` rows after a row number. */
type ReadRows = (after: number, limit: number) => Promise<RawRowView[]>

/**
 * Rejected rows as CSV text, in pieces: the file's own columns as they came, then the row's number
 * and what is wrong with it. The last two are named as ours, so that a corrected file can be
 * imported again as it is.
 */
export function rejectedRowsCsv(
  headers: readonly string[],
  readRows: ReadRows,
): AsyncGenerator<string, void, undefined> {
  // A file that was downloaded here and failed again carries the columns of the first time.
  const kept = headers.flatMap((header, index) => (isOwnColumn(header) ? [] : [index]))
  const header = kept.map((index) => headers[index] ?? '')
  return writeDelimited(
    [...header, ownColumnName('row'), ownColumnName('problem')],
    rowsOf(kept, readRows),
  )
}

async function* rowsOf(
  kept: readonly number[],
  readRows: ReadRows,
): AsyncGenerator<string[], void, undefined> {
  let after = 0
  for (;;) {
    const rows = await readRows(after, rowsPerRead)
    for (const row of rows) {
      const problems = row.problems.map(({ column, reason }) =>
        column === null ? reason : `${column}: ${reason}`,
      )
      const cells = kept.map((index) => row.cells[index] ?? '')
      yield [...cells, String(row.rowNumber), problems.join(' ')]
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsPerRead) return
    after = last.rowNumber
  }
}
