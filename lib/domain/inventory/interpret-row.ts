import type { RowProblem, SourcedValue } from '@/db/schema'
import type { Conversion } from '../mapping/schema'
import type { PlannedColumn, RowPlan } from './row-plan'

export type SourcedValues = Record<string, SourcedValue>

/** Reads one cell of a column as its canonical attribute. */
export type ConvertCell = (column: PlannedColumn, raw: string) => Conversion

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

/** Reads the cells of one row. Nothing is refused here: what cannot be read is listed. */
export function interpretRow(
  plan: RowPlan,
  row: { rowNumber: number; cells: readonly string[] },
  convert: ConvertCell,
): InterpretedRow {
  const values: SourcedValues = {}
  const own: SourcedValues = {}
  const unreadable: UnreadableValue[] = []
  for (const column of plan.columns) {
    const raw = row.cells[column.position] ?? ''
    if (raw.trim() === '') continue
    const conversion = convert(column, raw)
    const target = column.about === 'asset' ? values : own
    if (conversion.ok) addValue(target, column, raw, conversion)
    else unreadable.push(unreadableValue(column, raw, conversion.problem))
  }
  if (plan.assetType !== null && !('asset_type' in values)) {
    values.asset_type = { value: plan.assetType, raw: plan.assetType }
  }
  return { rowNumber: row.rowNumber, values, component: componentOf(plan, own), unreadable }
}

/** Columns come in order of priority: the first fills a value, lists gather from all. */
function addValue(
  target: SourcedValues,
  column: PlannedColumn,
  raw: string,
  conversion: Extract<Conversion, { ok: true }>,
): void {
  const { value } = conversion
  if (value === null) return
  const known = target[column.attribute]
  if (!known) {
    target[column.attribute] = conversion.unit
      ? { value, raw, unit: conversion.unit }
      : { value, raw }
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
