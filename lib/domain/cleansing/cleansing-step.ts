import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { forEachInTurns, inTwoStages } from '@/lib/base/stages'
import type { PhaseExecutor, StepContext, StepOutcome } from '@/lib/domain/flows/executor'
import { columnReaders } from '@/lib/domain/inventory/column-readers'
import {
  loadPlan,
  loadRows,
  planForBatches,
  stepAfter,
} from '@/lib/domain/inventory/step/import-rows'
import { createExaminer, type RowFinding } from './examine-row'

/**
 * The phase data_cleansing: examines the mapped cells of every row and writes down what is doubtful,
 * with a fix where there is one. It changes no value and waits for nobody; the inventory gives the
 * issues to the rows' assets. The cursor is the last row that was done and the issues so far.
 */
export const dataCleansingExecutor: PhaseExecutor = { phase: 'data_cleansing', step }

/** Rows that are examined before others get a turn: some milliseconds of work. */
const rowsPerTurn = 50

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const { dataImportId, scope, now } = context
  const afterRow = Number(context.cursor?.lastRow ?? 0)
  let issues = Number(context.cursor?.issues ?? 0)
  if (afterRow === 0) await forgetUnbound(tx, context)
  await planForBatches(tx)
  const { plan, rowCount } = await loadPlan(tx, scope, dataImportId)
  const { slices, doneTo } = stepAfter(afterRow, rowCount, context.isTimeUp)
  const examine = createExaminer(columnReaders(plan), { now })
  await inTwoStages(
    slices,
    (slice) => loadRows(tx, dataImportId, slice),
    async (rows) => {
      const findings: RowFinding[] = []
      await forEachInTurns(rows, rowsPerTurn, (row) => {
        examine(row, findings)
      })
      await insertFindings(tx, context, findings)
      issues += findings.length
    },
  )
  const done = doneTo()
  return done < rowCount
    ? { status: 'continue', cursor: { lastRow: done, issues }, progress: { done, total: rowCount } }
    : { status: 'completed', result: { status: 'completed', rows: rowCount, issues } }
}

/**
 * A phase that is run anew finds its issues again; those of assets are the inventory's, and those
 * about how a row was written came with the row.
 */
async function forgetUnbound(tx: Transaction, { dataImportId }: StepContext): Promise<void> {
  await tx.execute(sql`
    delete from asset_issues
    where data_import_id = ${dataImportId} and asset_id is null
      and rule not in ('doubtful_text', 'extra_cells')`)
}

async function insertFindings(
  tx: Transaction,
  { scope, dataImportId }: StepContext,
  findings: readonly RowFinding[],
): Promise<void> {
  if (findings.length === 0) return
  await tx.execute(sql`
    insert into asset_issues (client_account_id, engagement_id, data_import_id, row_number, rule,
      attribute, value, proposed, fixable, reason, issue_key)
    select ${scope.clientId}::uuid, ${scope.engagementId}::uuid, ${dataImportId}::uuid, f."row",
      f.rule, f.attribute, f.value, f.proposed, f.fixable, f.reason,
      concat_ws(':', 'row', ${dataImportId}::text, f."row", f.rule, f.attribute)
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as f("row" int, rule text,
      attribute text, value text, proposed text, fixable boolean, reason text)
    on conflict (engagement_id, issue_key) do nothing`)
}
