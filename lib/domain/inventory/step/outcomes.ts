import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { RowOutcome, RowProblem } from '@/db/schema'
import { plainJsonRows, rangeOf } from '../store/json-rows'

export interface OutcomeOfRow {
  rowNumber: number
  outcome: Exclude<RowOutcome, 'pending'>
  assetId: string | null
  problems: RowProblem[] | null
}

/** Says on every row what became of it, and adds it up on the import. */
export async function writeOutcomes(
  tx: Transaction,
  dataImportId: string,
  outcomes: readonly OutcomeOfRow[],
): Promise<void> {
  const [first, last] = rangeOf(outcomes)
  await tx.execute(sql`
    update raw_rows r set outcome = o.outcome, asset_id = o."assetId", problems = o.problems
    from json_to_recordset(${plainJsonRows(outcomes)}) as o("rowNumber" int, outcome text,
      "assetId" uuid, problems jsonb)
    where r.data_import_id = ${dataImportId} and r.row_number = o."rowNumber"
      and r.row_number between ${first}::int and ${last}::int`)
  const count = (outcome: OutcomeOfRow['outcome']) =>
    outcomes.filter((row) => row.outcome === outcome).length
  await tx.execute(sql`
    update data_imports set created_count = created_count + ${count('created')}::int,
      merged_count = merged_count + ${count('merged')}::int,
      unchanged_count = unchanged_count + ${count('unchanged')}::int,
      rejected_count = rejected_count + ${count('rejected')}::int
    where id = ${dataImportId}`)
}

/** Forgets what earlier steps counted, so that a phase that is run anew adds up. */
export async function resetCounts(tx: Transaction, dataImportId: string): Promise<void> {
  await tx.execute(sql`
    update data_imports set created_count = 0, merged_count = 0, unchanged_count = 0,
      rejected_count = 0
    where id = ${dataImportId}`)
}

/** Assets of which earlier rows of the import said nothing new; their sources stand. */
export async function assetsConfirmedEarlier(
  tx: Transaction,
  dataImportId: string,
): Promise<Set<string>> {
  const found = await tx.execute<{ asset_id: string }>(sql`
    select distinct asset_id from raw_rows
    where data_import_id = ${dataImportId} and outcome = 'unchanged' and asset_id is not null`)
  return new Set(found.rows.map(({ asset_id }) => asset_id))
}
