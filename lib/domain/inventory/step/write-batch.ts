import type { Transaction } from '@/db/client'
import type { Scope } from '@/lib/base/scope'
import { forEachInTurns } from '@/lib/base/stages'
import type { Assignment } from '../assign-assets'
import { missingAttributes } from '../completeness'
import { type AssetState, deriveAsset, noComponents, type StoredSource } from '../derive-asset'
import { groupBy } from '../group-by'
import type { RowPlan } from '../row-plan'
import { assetsToInsert, type NewAsset } from '../store/assets'
import { findingsToOpen } from '../store/issues'
import { type KeysOfAsset, keysToInsert } from '../store/keys'
import { absorbAssets, moveSources } from '../store/regroup'
import {
  type NewSource,
  type SourceOrigin,
  sourcesToDelete,
  sourcesToInsert,
} from '../store/sources'
import { writeTogether } from '../store/write-together'
import type { BatchMatch, MatchedRow } from './match-batch'
import { assetsConfirmedEarlier, type OutcomeCounts } from './outcomes'

export interface Writing {
  scope: Scope
  plan: RowPlan
  dataImportId: string
  /** Of the step, so far. */
  counts: OutcomeCounts
}

/** The assets that have to be derived anew, and new ones that lack something. */
export interface MatchWritten {
  changed: Set<string>
  incomplete: string[]
}

/** Assets that are derived before others get a turn: a millisecond of work. */
const assetsPerTurn = 20

/**
 * Writes assets, their sources and their keys as the matching says.
 * @returns when all is asked for, and then when it is written
 */
export async function writeMatch(
  tx: Transaction,
  writing: Writing,
  match: BatchMatch,
): Promise<{ done: Promise<MatchWritten> }> {
  const { scope, plan, dataImportId } = writing
  const origin = { dataImportId, sourceKey: plan.sourceKey, sourceName: plan.sourceName }
  const sources = newSources(match.rows)
  const made = match.assignments.filter(({ isNew }) => isNew)
  const known = match.assignments.filter(({ isNew }) => !isNew)
  const madeIds = new Set(made.map(({ assetId }) => assetId))
  const states = await statesOf(madeIds, sources, origin)
  const findings = states.flatMap(findingsOf)
  const replaced = await replacedSources(tx, plan, dataImportId, match)
  const issues = [...findings, ...unreadableOf(match.rows)]
  const asked = writeTogether(tx, [
    assetsToInsert(scope, newAssets(madeIds, states, issues)),
    sourcesToInsert(scope, origin, sources),
    keysToInsert(scope, made.map(keysOfAsset), false),
    keysToInsert(scope, known.map(keysOfAsset), true),
    findingsToOpen(scope, findings),
    sourcesToDelete(replaced),
  ]).then(() => regroup(tx, match))
  const written = async () => {
    const regrouped = await asked
    const changed = new Set([...sources.map(({ assetId }) => assetId), ...regrouped])
    for (const { id } of states) if (!regrouped.has(id)) changed.delete(id)
    return { changed, incomplete: findings.map(({ assetId }) => assetId) }
  }
  return { done: written() }
}

/** New assets as their sources say. */
async function statesOf(
  ids: ReadonlySet<string>,
  sources: readonly NewSource[],
  origin: SourceOrigin,
): Promise<AssetState[]> {
  const ofNew = sources.filter(({ assetId }) => ids.has(assetId))
  const states: AssetState[] = []
  await forEachInTurns(
    [...groupBy(ofNew, ({ assetId }) => assetId)],
    assetsPerTurn,
    ([assetId, own]) => {
      const stored = own.map((source) => asStored(source, origin))
      states.push(deriveAsset(assetId, stored, noComponents))
    },
  )
  return states
}

function findingsOf(state: AssetState) {
  return missingAttributes(state).map((finding) => ({ ...finding, assetId: state.id }))
}

/** One source for each distinct thing that the rows say about an asset. */
function newSources(rows: readonly MatchedRow[]): NewSource[] {
  const sources = new Map<string, NewSource>()
  for (const { row, assetId, known, matchedBy, weak } of rows) {
    const name = `${assetId} ${row.digest}`
    if (known || sources.has(name)) continue
    const { rowNumber, values, packed, digest } = row
    sources.set(name, { assetId, rowNumber, values, packed, digest, matchedBy, weak })
  }
  return [...sources.values()]
}

/** Sources of one batch come in the order of their rows, which stands for the ids to be. */
function asStored(source: NewSource, origin: SourceOrigin): StoredSource {
  const id = String(source.rowNumber).padStart(10, '0')
  const { assetId, values, digest, matchedBy } = source
  return { id, kind: 'import', assetId, values, digest, matchedBy, ...origin }
}

/** What could not be read of the rows' assets. */
function unreadableOf(rows: readonly MatchedRow[]): { assetId: string }[] {
  return rows.flatMap(({ row, assetId }) => row.unreadable.map(() => ({ assetId })))
}

/**
 * Assets to be written, each with the number of issues that it most likely gets: where the count
 * that follows finds the same, the asset is not written a second time. Some get only sources that
 * are there already; those are derived once these have moved.
 */
function newAssets(
  ids: ReadonlySet<string>,
  states: readonly AssetState[],
  issues: readonly { assetId: string }[],
): NewAsset[] {
  const described = new Set(states.map(({ id }) => id))
  const others = [...ids].filter((id) => !described.has(id))
  const found = groupBy(issues, ({ assetId }) => assetId)
  return [...states, ...others.map((id) => deriveAsset(id, [], noComponents))].map((state) => ({
    ...state,
    openIssueCount: found.get(state.id)?.length ?? 0,
  }))
}

/** Joins and parts what was there before; returns the assets that changed by it. */
async function regroup(tx: Transaction, { assignments }: BatchMatch): Promise<Set<string>> {
  const absorptions = assignments.flatMap(({ absorbed, assetId }) =>
    absorbed.map((from) => ({ from, to: assetId })),
  )
  const absorbed = new Set(absorptions.map(({ from }) => from))
  const moves = assignments.flatMap(({ moved, assetId }) =>
    moved
      .filter((record) => record.assetId !== null && !absorbed.has(record.assetId))
      .map((record) => ({ sourceId: record.ref, from: record.assetId ?? '', to: assetId })),
  )
  await moveSources(tx, moves)
  await absorbAssets(tx, absorptions)
  const changed = [...absorptions, ...moves].flatMap(({ from, to }) => [from, to])
  return new Set(changed.filter((assetId) => !absorbed.has(assetId)))
}

/** Sources of earlier imports that the rows of this one renew. */
async function replacedSources(
  tx: Transaction,
  plan: RowPlan,
  dataImportId: string,
  { rows, neighbours, assignments }: BatchMatch,
): Promise<string[]> {
  const kept = new Set(rows.filter(({ known }) => known).map(({ row }) => row.digest))
  const renewed = new Set(rows.filter(({ known }) => !known).map(({ assetId }) => assetId))
  const home = new Map(
    assignments.flatMap(({ group, assetId }) =>
      group.records.map(({ ref }) => [ref, assetId] as const),
    ),
  )
  const elders = neighbours.filter(
    ({ id, sourceKey, dataImportId: from, digest }) =>
      sourceKey === plan.sourceKey &&
      from !== dataImportId &&
      !kept.has(digest) &&
      renewed.has(home.get(id) ?? ''),
  )
  if (elders.length === 0) return []
  const confirmed = await assetsConfirmedEarlier(tx, dataImportId)
  return elders.filter(({ id }) => !confirmed.has(home.get(id) ?? '')).map(({ id }) => id)
}

/** A new asset gets the keys of everything it holds, another those of its new rows. */
function keysOfAsset({ group, assetId }: Assignment): KeysOfAsset {
  return { assetId, rows: group.records.filter((record) => record.assetId !== assetId) }
}
