import type { Transaction } from '@/db/client'
import type { PhaseExecutor, StepContext, StepOutcome } from '../flows/executor'
import { recomputeAssets } from './recompute-assets'
import { loadBatch } from './step/load-batch'
import { type MatchedRow, matchBatch } from './step/match-batch'
import { type OutcomeOfRow, resetCounts, writeOutcomes } from './step/outcomes'
import { readRows } from './step/read-rows'
import { writeMatch } from './step/write-batch'
import { writeComponents } from './step/write-components'
import { bindRowIssues, countOpenIssues, dropRowIssues, insertUnreadable } from './store/issues'
import { lockInventory } from './store/lock'

/**
 * The phase asset_inventory: rows become assets and their components. Each step takes the next 1,000
 * rows; every one ends as created, merged, unchanged or rejected, and only a missing identity
 * rejects. The cursor is the last row that was done.
 */
export const assetInventoryExecutor: PhaseExecutor = { phase: 'asset_inventory', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const { dataImportId, scope } = context
  await lockInventory(tx, scope)
  const afterRow = Number(context.cursor?.lastRow ?? 0)
  if (afterRow === 0) await resetCounts(tx, dataImportId)
  const { plan, rows, rowCount } = await loadBatch(tx, scope, dataImportId, afterRow)
  const last = rows.at(-1)
  if (!last) return { status: 'completed', result: { status: 'completed', rows: rowCount } }

  const writing = { scope, plan, dataImportId }
  const { identified, rejected } = readRows(plan, rows)
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

  const outcomes = [
    ...match.rows.map((row) => outcomeOf(row, changedComponents)),
    ...rejected.map((row): OutcomeOfRow => ({ ...row, outcome: 'rejected', assetId: null })),
  ]
  await writeOutcomes(tx, dataImportId, outcomes)
  return {
    status: 'continue',
    cursor: { lastRow: last.rowNumber },
    progress: { done: last.rowNumber, total: rowCount },
  }
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
