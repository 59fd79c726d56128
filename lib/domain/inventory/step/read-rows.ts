import type { RowProblem } from '@/db/schema'
import { isUuid } from '@/lib/base/ids'
import { forEachInTurns } from '@/lib/base/stages'
import type { ColumnReader } from '../column-readers'
import { digestOf } from '../digest'
import { type InterpretedRow, interpretRow, type SourcedValues } from '../interpret-row'
import { type MatchKeys, matchKeysOf, nameKeyOf } from '../match-keys'
import { packedJson } from '../packed-values'
import type { RowPlan } from '../row-plan'
import type { RawRow } from './import-rows'

export interface RowComponent {
  label: string
  labelKey: string
  values: SourcedValues
  digest: string
}

/** A row that says which asset it is about. */
export interface IdentifiedRow extends Omit<InterpretedRow, 'component'> {
  /** The values as they are stored. */
  packed: string
  digest: string
  keys: MatchKeys
  /** The asset that one of our own exports names. */
  ownAsset: string | null
  component: RowComponent | null
}

export interface RejectedRow {
  rowNumber: number
  problems: RowProblem[]
}

export interface ReadRows {
  identified: IdentifiedRow[]
  rejected: RejectedRow[]
}

/** Rows that are read before others get a turn: a millisecond of work, for which the database waits. */
const rowsPerTurn = 20

/** Reads the rows; those without any identity are rejected with everything that is wrong in them. */
export async function readRows(
  plan: RowPlan,
  readers: readonly ColumnReader[],
  rows: readonly RawRow[],
): Promise<ReadRows> {
  const names = namesOf(plan)
  const identified: IdentifiedRow[] = []
  const rejected: RejectedRow[] = []
  await forEachInTurns(rows, rowsPerTurn, (row) => {
    const read = interpretRow(plan, readers, row)
    const keys = keysOf(plan, read)
    if (keys.name === null && keys.strong.length === 0) rejected.push(rejection(plan, read))
    else identified.push(identifiedRow(read, names, keys, ownAssetOf(plan, row)))
  })
  return { identified, rejected }
}

function ownAssetOf(plan: RowPlan, { cells }: RawRow): string | null {
  const id = plan.ownIdPosition === null ? '' : (cells[plan.ownIdPosition] ?? '').trim()
  return isUuid(id) ? id.toLowerCase() : null
}

/** A card's own hardware address also tells whose card it is. */
function keysOf(plan: RowPlan, { values, component }: InterpretedRow): MatchKeys {
  const mac = plan.grain === 'network_card' ? component?.values.mac_address : undefined
  const origin = { family: plan.family, component: plan.grain !== 'asset' }
  return matchKeysOf(mac ? { ...values, mac_address: mac } : values, origin)
}

/** The attributes of which the plan's rows may say something, in the order of their spelling. */
function namesOf({ columns }: RowPlan): string[] {
  return [...new Set(['asset_type', ...columns.map(({ attribute }) => attribute)])].sort()
}

function identifiedRow(
  { rowNumber, values, component, unreadable }: InterpretedRow,
  names: readonly string[],
  keys: MatchKeys,
  ownAsset: string | null,
): IdentifiedRow {
  const packed = packedJson(values, names)
  const row = { rowNumber, values, packed, unreadable, keys, ownAsset }
  if (!component) return { ...row, digest: digestOf(packed, unreadable), component: null }
  const digest = digestOf(packedJson(component.values, names), unreadable)
  const labelKey = nameKeyOf(component.label)
  return { ...row, digest: digestOf(packed, []), component: { ...component, labelKey, digest } }
}

function rejection(plan: RowPlan, row: InterpretedRow): RejectedRow {
  const nameColumn = plan.columns.find(({ attribute }) => attribute === 'name')
  const stated = nameColumn ? row.values.name?.raw : undefined
  const reason = stated
    ? `“${stated}” is no name, and no address or id says which asset this row is about.`
    : 'Nothing says which asset this row is about: name, addresses and ids are empty.'
  const missing = { column: nameColumn?.header ?? null, code: 'identity_missing', reason }
  const unreadable = row.unreadable.map(({ column, code, reason }) => ({ column, code, reason }))
  return { rowNumber: row.rowNumber, problems: [missing, ...unreadable] }
}
