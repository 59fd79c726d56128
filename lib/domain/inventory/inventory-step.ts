import type { Transaction } from '@/db/client'
import { inWritingStages } from '@/lib/base/stages'
import type { PhaseExecutor, StepContext, StepOutcome } from '../flows/executor'
import { columnReaders } from './column-readers'
import { recomputeAssets } from './recompute-assets'
import { loadPlan, loadRows, planForBatches, stepAfter } from './step/import-rows'
import { type Around, lookAround, lookedUp, matchSlice } from './step/look-around'
import type { BatchMatch, MatchedRow } from './step/match-batch'
import { addCounts, noOutcomes, type OutcomeOfRow, writeOutcomes } from './step/outcomes'
import { type ReadRows, readRows } from './step/read-rows'
import { type Writing, writeMatch } from './step/write-batch'
import { writeComponents } from './step/write-components'
import { bindRowIssues, countOpenIssues, dropRowIssues, insertUnreadable } from './store/issues'
import { lockInventory } from './store/lock'

/**
 * The phase asset_inventory: rows become assets and their components. Each step goes on
 * slice by slice: while the database writes one, the next is matched and the one after it is read.
 * Every row ends as created, merged, unchanged or rejected, and only a missing identity rejects. The
 * cursor is the last row that was done.
 */
export const assetInventoryExecutor: PhaseExecutor = { phase: 'asset_inventory', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const { dataImportId, scope } = context
  await lockInventory(tx, scope)
  await planForBatches(tx)
  const afterRow = Number(context.cursor?.lastRow ?? 0)
  const { plan, rowCount } = await loadPlan(tx, scope, dataImportId)
  const { slices, doneTo } = stepAfter(afterRow, rowCount, context.isTimeUp)
  const readers = columnReaders(plan)
  const writing = { scope, plan, dataImportId, counts: noOutcomes() }
  await inWritingStages(slices, {
    load: (slice) => loadRows(tx, dataImportId, slice),
    read: async (rows) => lookedUp(scope, await readRows(plan, readers, rows)),
    look: (slice) => lookAround(tx, writing, slice),
    write: async (slice, around, before) => {
      const match = await matchSlice(tx, writing, slice, around, before)
      return writeRows(tx, writing, slice.rows, around, match)
    },
  })
  await addCounts(tx, dataImportId, writing.counts, afterRow === 0)
  const done = doneTo()
  return done < rowCount
    ? { status: 'continue', cursor: { lastRow: done }, progress: { done, total: rowCount } }
    : { status: 'completed', result: { status: 'completed', rows: rowCount } }
}

/**
 * Writes all that a slice's rows say about the assets that were found for them.
 * @returns when all is asked for, and then when it is written: one connection answers in the order
 *   of asking
 */
async function writeRows(
  tx: Transaction,
  writing: Writing,
  { rejected }: ReadRows,
  { doubted }: Around,
  match: BatchMatch,
): Promise<{ done: Promise<void> }> {
  const { scope, plan, dataImportId, counts } = writing
  const matched = await writeMatch(tx, writing, match)
  // Assets that are joined take their issues along, and components hang under what is written.
  if (match.neighbours.length > 0 || plan.grain !== 'asset') await matched.done
  const changedComponents = await writeComponents(tx, writing, match.rows)
  const unreadable = match.rows.flatMap(unreadableOf)
  const asked = Promise.all([
    matched.done,
    doubted ? bindRowIssues(tx, scope, dataImportId, match.rows.map(assetOfRow)) : [],
    insertUnreadable(tx, scope, dataImportId, unreadable),
    dropRowIssues(tx, dataImportId, rejected.map(numberOfRow)),
    writeOutcomes(
      tx,
      dataImportId,
      [
        ...match.rows.map((row) => outcomeOf(row, changedComponents)),
        ...rejected.map((row): OutcomeOfRow => ({ ...row, outcome: 'rejected', assetId: null })),
      ],
      counts,
    ),
  ])
  const recount = async () => {
    const [{ changed, incomplete }, bound] = await asked
    for (const { assetId } of changedComponents) changed.add(assetId)
    await recomputeAssets(tx, scope, changed)
    const withIssues = [...incomplete, ...bound, ...unreadable.map(({ assetId }) => assetId)]
    await countOpenIssues(tx, scope, new Set(withIssues))
  }
  return { done: recount() }
}

function assetOfRow({ row, assetId }: MatchedRow) {
  return { rowNumber: row.rowNumber, assetId }
}

function numberOfRow({ rowNumber }: { rowNumber: number }) {
  return rowNumber
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
