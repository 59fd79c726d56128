import type { SourcedValue } from '@/db/schema'
import { convertValue } from '../mapping/convert/convert-value'
import type { Conversion, ConversionProblem } from '../mapping/schema'
import { remembering } from './remembering'
import type { PlannedColumn, RowPlan } from './row-plan'

/** What a cell says as the column's attribute; the value of a placeholder is null. */
export type CellReading =
  | { ok: true; sourced: SourcedValue }
  | { ok: false; problem: ConversionProblem }

/** A mapped column with the way to read its cells. */
export interface ColumnReader {
  column: PlannedColumn
  /** Null for a blank cell. */
  read(raw: string): CellReading | null
}

/**
 * Readers of a plan's columns, in its order. What was read of a text is remembered for its column,
 * so equal cells share one reading.
 */
export function columnReaders({ columns, binaryUnits }: RowPlan): ColumnReader[] {
  return columns.map((column) => {
    const options = { sourceUnit: column.unit, binaryUnits, ...column.conventions }
    const read = remembering((raw) =>
      raw.trim() === '' ? null : readingOf(raw, convertValue(column.attribute, raw, options)),
    )
    return { column, read }
  })
}

function readingOf(raw: string, conversion: Conversion): CellReading {
  if (!conversion.ok) return conversion
  const { value, unit } = conversion
  return { ok: true, sourced: unit ? { value, raw, unit } : { value, raw } }
}
