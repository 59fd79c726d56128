import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { PhaseExecutor, StepContext, StepOutcome } from '@/lib/domain/flows/executor'
import { loadBatch } from '@/lib/domain/inventory/step/load-batch'
import { rememberingConverter } from '@/lib/domain/inventory/step/read-rows'
import { examineRow, type RowFinding } from './examine-row'

/**
 * The phase data_cleansing: examines the mapped cells of every row and writes down what is doubtful,
 * with a fix where there is one. It changes no value and waits for nobody; the inventory gives the
 * issues to the rows' assets. The cursor is the last row that was done and the issues so far.
 */
export const dataCleansingExecutor: PhaseExecutor = { phase: 'data_cleansing', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const afterRow = Number(context.cursor?.lastRow ?? 0)
  const issuesSoFar = Number(context.cursor?.issues ?? 0)
  if (afterRow === 0) await forgetUnbound(tx, context)
  const { plan, rows, rowCount } = await loadBatch(
    tx,
    context.scope,
    context.dataImportId,
    afterRow,
  )
  const last = rows.at(-1)
  if (!last) {
    const result = { status: 'completed', rows: rowCount, issues: issuesSoFar } as const
    return { status: 'completed', result }
  }
  const convert = rememberingConverter(plan)
  const findings = rows.flatMap((row) => examineRow(plan, row, convert, { now: context.now }))
  await insertFindings(tx, context, findings)
  return {
    status: 'continue',
    cursor: { lastRow: last.rowNumber, issues: issuesSoFar + findings.length },
    progress: { done: last.rowNumber, total: rowCount },
  }
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
