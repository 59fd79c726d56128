import type { RowProblem, SourcedValue } from '@/db/schema'
import type { ColumnReader } from './column-readers'
import type { PlannedColumn, RowPlan } from './row-plan'

/** What columns say; values are shared with equal cells of other rows and never changed. */
export type SourcedValues = Record<string, SourcedValue>

/** A value that could not be read: left out of the asset, said on it. */
export interface UnreadableValue extends RowProblem {
  attribute: string
  raw: string
}

/** What one row says about its asset, and about the component that it is. */
export interface InterpretedRow {
  rowNumber: number
  values: SourcedValues
  component: { label: string; values: SourcedValues } | null
  unreadable: UnreadableValue[]
}

/**
 * Reads the cells of one row. Nothing is refused here: what cannot be read is listed.
 * @param readers of the plan's columns
 */
export function interpretRow(
  plan: RowPlan,
  readers: readonly ColumnReader[],
  row: { rowNumber: number; cells: readonly string[] },
): InterpretedRow {
  const values: SourcedValues = {}
  const own: SourcedValues = {}
  const unreadable: UnreadableValue[] = []
  for (const { column, read } of readers) {
    const raw = row.cells[column.position] ?? ''
    const reading = read(raw)
    if (reading === null) continue
    if (reading.ok) addValue(column.about === 'asset' ? values : own, column, reading.sourced)
    else unreadable.push(unreadableValue(column, raw, reading.problem))
  }
  if (plan.assetType !== null && !('asset_type' in values)) {
    values.asset_type = { value: plan.assetType, raw: plan.assetType }
  }
  return { rowNumber: row.rowNumber, values, component: componentOf(plan, own), unreadable }
}

/** Columns come in order of priority: the first fills a value, lists gather from all. */
function addValue(target: SourcedValues, column: PlannedColumn, sourced: SourcedValue): void {
  const { value, raw } = sourced
  if (value === null) return
  const known = target[column.attribute]
  if (!known) {
    target[column.attribute] = sourced
  } else if (column.gathers) {
    const merged = [...new Set([known.value ?? [], value].flat().map(String))]
    target[column.attribute] = { ...known, value: merged, raw: `${known.raw}, ${raw}` }
  }
}

function unreadableValue(
  { header, attribute }: PlannedColumn,
  raw: string,
  problem: { code: string; reason: string },
): UnreadableValue {
  return { column: header, attribute, raw, code: problem.code, reason: problem.reason }
}

/** Attributes that name a component whose label is missing, the best first. */
const labelSubstitutes = ['mac_address', 'ip_address', 'disk_uuid', 'network_name']

function componentOf(plan: RowPlan, own: SourcedValues): InterpretedRow['component'] {
  if (plan.grain === 'asset' || Object.keys(own).length === 0) return null
  const candidates = [plan.labelAttribute ?? '', ...labelSubstitutes]
  for (const attribute of candidates) {
    const value = own[attribute]?.value
    const label = String(Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim()
    if (label !== '') return { label, values: own }
  }
  return { label: 'unnamed', values: own }
}
