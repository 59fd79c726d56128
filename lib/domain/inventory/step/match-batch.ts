import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { type Assignment, assignAssets } from '../assign-assets'
import { ownMark, recordsOf, type StoredSource, splitMark } from '../derive-asset'
import { type KeyKind, strongKinds } from '../match-keys'
import { groupRecords, type MatchRecord } from '../match-rules'
import type { RowPlan } from '../row-plan'
import { newAssetIds } from '../store/assets'
import { findUnchanged, loadNeighbourhood } from '../store/sources'
import type { IdentifiedRow } from './read-rows'

/** What the matching says about one row. */
export interface MatchedRow {
  row: IdentifiedRow
  assetId: string
  /** Whether the asset already says exactly this. */
  known: boolean
  /** Whether the row made its asset. */
  creates: boolean
  /** The kind of key that found the asset; `sheet` where the source's own name did. */
  matchedBy: KeyKind | 'sheet' | typeof splitMark | typeof ownMark | null
  weak: boolean
}

export interface BatchMatch {
  rows: MatchedRow[]
  /** The sources around the rows that are not known, as they were. */
  neighbours: StoredSource[]
  /** The assets of those sources and rows from now on. */
  assignments: Assignment[]
}

/** Finds or makes the asset of every row. Nothing is written. */
export async function matchBatch(
  tx: Transaction,
  key: EngagementKey,
  plan: RowPlan,
  dataImportId: string,
  rows: readonly IdentifiedRow[],
): Promise<BatchMatch> {
  const unchanged = await findUnchanged(tx, key, plan.sourceKey, rows)
  const known = rows.flatMap((row) => knownRow(row, unchanged.get(row.digest)))
  const others = rows.filter((row) => !unchanged.has(row.digest))
  if (others.length === 0) return { rows: known, neighbours: [], assignments: [] }
  const neighbours = await loadNeighbourhood(tx, key, others)
  const ids = await newAssetIds(tx, others.length + neighbours.length)
  const match = matchRows(plan, dataImportId, others, neighbours, ids)
  return { ...match, rows: [...known, ...match.rows] }
}

/**
 * Groups rows with the sources around them and gives each group its asset.
 * @param ids for assets to be made: as many as there are rows and sources, since each may be a group
 */
export function matchRows(
  plan: RowPlan,
  dataImportId: string,
  rows: readonly IdentifiedRow[],
  neighbours: StoredSource[],
  ids: readonly string[],
): BatchMatch {
  const named = new Set(rows.flatMap(({ ownAsset }) => ownAsset ?? []))
  const present = recordsOf(neighbours, named)
  const apart = namesSplitOff(present)
  const added = new Map(
    rows.map((row) => [rowRecord(plan, dataImportId, row, apart), row] as const),
  )
  const groups = groupRecords([...present, ...added.keys()])
  const spare = ids[Symbol.iterator]()
  const assignments = assignAssets(groups, () => take(spare))
  const matched = assignments.flatMap((assignment) => matchedRows(assignment, added))
  return { rows: matched, neighbours, assignments }
}

function take(ids: Iterator<string>): string {
  const next = ids.next()
  if (next.done) throw new Error('More assets are made than groups were found.')
  return next.value
}

function knownRow(row: IdentifiedRow, assetId: string | undefined): MatchedRow[] {
  if (assetId === undefined) return []
  return [{ row, assetId, known: true, creates: false, matchedBy: null, weak: false }]
}

/** Rows are younger than every source: letters beyond f sort after any UUID. */
function rowRecord(
  plan: RowPlan,
  importId: string,
  { rowNumber, keys, ownAsset }: IdentifiedRow,
  apart: ReadonlySet<string>,
): MatchRecord {
  const ref = `row ${String(rowNumber).padStart(10, '0')}`
  const splitOff = apart.has(`${plan.family}|${keys.name}`)
  return {
    ref,
    assetId: null,
    age: ref,
    family: plan.family,
    importId,
    keys,
    ownAsset,
    splitOff,
  }
}

/** What a person took apart stays apart when its source comes again. */
function namesSplitOff(records: readonly MatchRecord[]): Set<string> {
  return new Set(
    records.filter(({ splitOff }) => splitOff).map(({ family, keys }) => `${family}|${keys.name}`),
  )
}

function matchedRows(
  { group, assetId, isNew }: Assignment,
  added: ReadonlyMap<MatchRecord, IdentifiedRow>,
): MatchedRow[] {
  const [mainPart] = group.weakParts
  const said = new Set<string>()
  return group.records.flatMap((record, index) => {
    const row = added.get(record)
    if (!row) return []
    const known = said.has(row.digest)
    said.add(row.digest)
    const weak = !mainPart?.includes(record)
    const matchedBy = record.splitOff ? splitMark : matchedByOf(record, group.records, index, weak)
    return [{ row, assetId, known, creates: isNew && index === 0, matchedBy, weak }]
  })
}

function matchedByOf(
  record: MatchRecord,
  records: readonly MatchRecord[],
  index: number,
  weak: boolean,
): MatchedRow['matchedBy'] {
  if (index === 0) return null
  if (record.ownAsset !== null && records[0]?.assetId === record.ownAsset) return ownMark
  const elders = records.slice(0, index)
  const values = new Set(
    elders.flatMap(({ keys }) => keys.strong.map(({ kind, value }) => `${kind} ${value}`)),
  )
  const shared = record.keys.strong.filter(({ kind, value }) => values.has(`${kind} ${value}`))
  const strongest = strongKinds.find((kind) => shared.some((key) => key.kind === kind))
  return strongest ?? (weak ? 'name' : 'sheet')
}
