import type { RowProblem } from '@/db/schema'
import { isUuid } from '@/lib/base/ids'
import { forEachInTurns } from '@/lib/base/stages'
import { convertValue } from '../../mapping/convert/convert-value'
import type { Conversion } from '../../mapping/schema'
import { digestOf } from '../digest'
import {
  type ConvertCell,
  type InterpretedRow,
  interpretRow,
  type SourcedValues,
} from '../interpret-row'
import { type MatchKeys, matchKeysOf, nameKeyOf } from '../match-keys'
import type { PlannedColumn, RowPlan } from '../row-plan'
import type { RawRow } from './import-rows'
import { remembering } from './remembering'

export interface RowComponent {
  label: string
  labelKey: string
  values: SourcedValues
  digest: string
}

/** A row that says which asset it is about. */
export interface IdentifiedRow extends Omit<InterpretedRow, 'component'> {
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

/** Rows that are read before others get a turn: some milliseconds of work. */
const rowsPerTurn = 50

/** Reads the rows; those without any identity are rejected with everything that is wrong in them. */
export async function readRows(
  plan: RowPlan,
  rows: readonly RawRow[],
  convert: ConvertCell,
): Promise<ReadRows> {
  const identified: IdentifiedRow[] = []
  const rejected: RejectedRow[] = []
  await forEachInTurns(rows, rowsPerTurn, (row) => {
    const read = interpretRow(plan, row, convert)
    const keys = keysOf(plan, read)
    if (keys.name === null && keys.strong.length === 0) rejected.push(rejection(plan, read))
    else identified.push({ ...read, keys, ownAsset: ownAssetOf(plan, row), ...digested(read) })
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

function digested(row: InterpretedRow): Pick<IdentifiedRow, 'digest' | 'component'> {
  const ofComponent = row.component
  const digest = digestOf(row.values, ofComponent ? [] : row.unreadable)
  if (!ofComponent) return { digest, component: null }
  const { label, values } = ofComponent
  const component = { label, labelKey: nameKeyOf(label), values }
  return { digest, component: { ...component, digest: digestOf(values, row.unreadable) } }
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

/** Reads cells; what was read of a text is remembered for its column. */
export function rememberingConverter(plan: RowPlan): ConvertCell {
  const readers = new Map<PlannedColumn, (raw: string) => Conversion>()
  for (const column of plan.columns) {
    const options = {
      sourceUnit: column.unit,
      binaryUnits: plan.binaryUnits,
      ...column.conventions,
    }
    readers.set(
      column,
      remembering((raw) => convertValue(column.attribute, raw, options)),
    )
  }
  return (column, raw) => {
    const read = readers.get(column)
    if (!read) throw new Error(`The column ${column.header} is not of the plan.`)
    return read(raw)
  }
}
