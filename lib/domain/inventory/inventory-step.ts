import type { Transaction } from '@/db/client'
import { inTwoStages } from '@/lib/base/stages'
import type { PhaseExecutor, StepContext, StepOutcome } from '../flows/executor'
import { recomputeAssets } from './recompute-assets'
import { loadPlan, loadRows, planForBatches, slicesAfter } from './step/import-rows'
import { type MatchedRow, matchBatch } from './step/match-batch'
import { type OutcomeOfRow, resetCounts, writeOutcomes } from './step/outcomes'
import { type ReadRows, readRows, rememberingConverter } from './step/read-rows'
import { type Writing, writeMatch } from './step/write-batch'
import { writeComponents } from './step/write-components'
import { bindRowIssues, countOpenIssues, dropRowIssues, insertUnreadable } from './store/issues'
import { lockInventory } from './store/lock'

/**
 * The phase asset_inventory: rows become assets and their components. Each step takes the next some
 * thousand rows, slice by slice: while the database writes one, the next is read. Every row ends as
 * created, merged, unchanged or rejected, and only a missing identity rejects. The cursor is the
 * last row that was done.
 */
export const assetInventoryExecutor: PhaseExecutor = { phase: 'asset_inventory', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const { dataImportId, scope } = context
  await lockInventory(tx, scope)
  await planForBatches(tx)
  const afterRow = Number(context.cursor?.lastRow ?? 0)
  if (afterRow === 0) await resetCounts(tx, dataImportId)
  const { plan, rowCount } = await loadPlan(tx, scope, dataImportId)
  const slices = slicesAfter(afterRow, rowCount)
  const end = slices.at(-1)
  if (!end) return { status: 'completed', result: { status: 'completed', rows: rowCount } }
  const convert = rememberingConverter(plan)
  await inTwoStages(
    slices,
    async (slice) => readRows(plan, await loadRows(tx, dataImportId, slice), convert),
    (rows) => writeRows(tx, { scope, plan, dataImportId }, rows),
  )
  return {
    status: 'continue',
    cursor: { lastRow: end.last },
    progress: { done: end.last, total: rowCount },
  }
}

/** Finds or makes the assets of a slice's rows and writes all that the rows say about them. */
async function writeRows(
  tx: Transaction,
  writing: Writing,
  { identified, rejected }: ReadRows,
): Promise<void> {
  const { scope, plan, dataImportId } = writing
  const match = await matchBatch(tx, scope, plan, dataImportId, identified)
  const { changed: touched, incomplete } = await writeMatch(tx, writing, match)
  const changedComponents = await writeComponents(tx, writing, match.rows)

  await dropRowIssues(
    tx,
    dataImportId,
    rejected.map(({ rowNumber }) => rowNumber),
  )
  const assetOf = match.rows.map(({ row, assetId }) => ({ rowNumber: row.rowNumber, assetId }))
  const doubted = await bindRowIssues(tx, scope, dataImportId, assetOf)
  const unreadable = match.rows.flatMap(unreadableOf)
  await insertUnreadable(tx, scope, dataImportId, unreadable)
  for (const { assetId } of changedComponents) touched.add(assetId)
  await recomputeAssets(tx, scope, touched)
  const withIssues = [...incomplete, ...doubted, ...unreadable.map(({ assetId }) => assetId)]
  await countOpenIssues(tx, scope, new Set(withIssues))

  await writeOutcomes(tx, dataImportId, [
    ...match.rows.map((row) => outcomeOf(row, changedComponents)),
    ...rejected.map((row): OutcomeOfRow => ({ ...row, outcome: 'rejected', assetId: null })),
  ])
}

function unreadableOf({ row, assetId }: MatchedRow) {
  return row.unreadable.map((value) => ({ ...value, rowNumber: row.rowNumber, assetId }))
}

function outcomeOf(matched: MatchedRow, changed: ReadonlySet<MatchedRow>): OutcomeOfRow {
  const { row, assetId, known, creates } = matched
  const same = known && !changed.has(matched)
  const outcome = creates ? 'created' : same ? 'unchanged' : 'merged'
  return { rowNumber: row.rowNumber, outcome, assetId, problems: null }
}
