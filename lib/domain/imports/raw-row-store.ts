import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { RowProblem } from '@/db/schema/imports'
import type { EngagementKey } from '@/lib/base/scope'
import type { DelimitedRecord } from '@/lib/delimited/decoder'

export interface NewRawRow extends DelimitedRecord {
  rowNumber: number
  problems?: RowProblem[]
}

/** One statement holds so many rows, or so many characters of cells, whatever comes first. */
const rowsPerStatement = 2_000
const charactersPerStatement = 1_000_000

/**
 * Writes rows as they came. While the database takes one statement, the next one is made; no third
 * one waits beside them, since each is a copy of its rows.
 */
export async function insertRawRows(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
  rows: readonly NewRawRow[],
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve()
  for (const batch of inBatches(rows)) {
    const json = JSON.stringify(
      batch.map(({ rowNumber: n, line: l, cells: c, problems: p }) => ({ n, l, c, p })),
    )
    await before
    before = tx
      .execute(sql`
      insert into raw_rows
        (data_import_id, row_number, client_account_id, engagement_id, line_number, cells, problems)
      select ${dataImportId}::uuid, n, ${key.clientId}::uuid, ${key.engagementId}::uuid, l, c, p
        from json_to_recordset(${json}::json) as r (n int, l int, c json, p jsonb)`)
      .execute()
  }
  await before
}

function* inBatches(rows: readonly NewRawRow[]): Generator<NewRawRow[]> {
  let batch: NewRawRow[] = []
  let characters = 0
  for (const row of rows) {
    batch.push(row)
    for (const cell of row.cells) characters += cell.length + 3
    if (batch.length < rowsPerStatement && characters < charactersPerStatement) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}
