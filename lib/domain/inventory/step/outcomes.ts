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

/** How many rows of a step ended in each way. */
export type OutcomeCounts = Record<OutcomeOfRow['outcome'], number>

export function noOutcomes(): OutcomeCounts {
  return { created: 0, merged: 0, unchanged: 0, rejected: 0 }
}

/**
 * Says on every row what became of it.
 * @param counts to which the rows are added
 */
export async function writeOutcomes(
  tx: Transaction,
  dataImportId: string,
  outcomes: readonly OutcomeOfRow[],
  counts: OutcomeCounts,
): Promise<void> {
  for (const { outcome } of outcomes) counts[outcome] += 1
  const [first, last] = rangeOf(outcomes)
  await tx.execute(sql`
    update raw_rows r set outcome = o.outcome, asset_id = o."assetId", problems = o.problems
    from json_to_recordset(${plainJsonRows(outcomes)}) as o("rowNumber" int, outcome text,
      "assetId" uuid, problems jsonb)
    where r.data_import_id = ${dataImportId} and r.row_number = o."rowNumber"
      and r.row_number between ${first}::int and ${last}::int`)
}

/**
 * Adds the outcomes of a step to those of the import.
 * @param anew forgets what earlier steps counted, so that a phase that is run anew adds up
 */
export async function addCounts(
  tx: Transaction,
  dataImportId: string,
  { created, merged, unchanged, rejected }: OutcomeCounts,
  anew: boolean,
): Promise<void> {
  const earlier = (column: string) => sql.raw(anew ? '0' : column)
  await tx.execute(sql`
    update data_imports set created_count = ${earlier('created_count')} + ${created}::int,
      merged_count = ${earlier('merged_count')} + ${merged}::int,
      unchanged_count = ${earlier('unchanged_count')} + ${unchanged}::int,
      rejected_count = ${earlier('rejected_count')} + ${rejected}::int
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
