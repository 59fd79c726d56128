import type { CellReading, ColumnReader } from '@/lib/domain/inventory/column-readers'
import { remembering } from '@/lib/domain/inventory/remembering'
import type { PlannedColumn } from '@/lib/domain/inventory/row-plan'
import { attributeByName } from '@/lib/domain/mapping/catalogue/attributes'
import type { CanonicalAttribute, CanonicalValue } from '@/lib/domain/mapping/schema'
import { dependsOnRow, examineValue } from './rules'
import type { RuleContext, Subject } from './rules/rule'

/** What a rule found in one cell, as it is stored. */
export interface RowFinding {
  row: number
  rule: string
  attribute: string
  value: string
  /** The fix as text in the attribute's own unit; null clears the value. */
  proposed: string | null
  fixable: boolean
  reason: string
}

type Row = { rowNumber: number; cells: readonly string[] }
type CellFinding = Omit<RowFinding, 'row'>

/** Everything doubtful in a cell; null for the most. */
type ExamineCell = (raw: string, row: Subject['row']) => CellFinding[] | null

/** Gives a function that adds everything doubtful in the cells of one row to what was found. */
export function createExaminer(
  readers: readonly ColumnReader[],
  context: RuleContext,
): (row: Row, found: RowFinding[]) => void {
  const columns = readers.flatMap((reader) => {
    const attribute = attributeByName(reader.column.attribute)
    return attribute ? [{ reader, examine: cellExaminer(reader, attribute, context) }] : []
  })
  return (row, found) => {
    const values = valuesOf(readers, row)
    for (const { reader, examine } of columns) {
      const findings = examine(row.cells[reader.column.position] ?? '', values)
      if (findings === null) continue
      for (const finding of findings) found.push({ row: row.rowNumber, ...finding })
    }
  }
}

function cellExaminer(
  { column, read }: ColumnReader,
  attribute: CanonicalAttribute,
  context: RuleContext,
): ExamineCell {
  const examine: ExamineCell = (raw, row) => {
    const reading = read(raw)
    if (reading === null) return null
    const value = valueRead(reading)
    const unit = (reading.ok ? reading.sourced.unit : undefined) ?? column.unit
    const findings = examineValue({ attribute, raw, value, unit, row }, context)
    return findings.length === 0 ? null : findings.map((found) => cellFinding(column, found))
  }
  if (dependsOnRow(attribute)) return examine
  return remembering((raw) => examine(raw, noRow))
}

/**
 * A fix becomes a correction of the asset, so cells that describe a component of it are doubted
 * without one.
 */
function cellFinding(
  { attribute, about }: PlannedColumn,
  { rule, finding }: ReturnType<typeof examineValue>[number],
): CellFinding {
  return {
    rule: rule.id,
    attribute,
    value: finding.value,
    proposed: proposedText(finding.proposed),
    fixable: finding.fixable && about === 'asset',
    reason: finding.reason,
  }
}

/** What a row says of its attributes, read when it is asked for: the first filled column counts. */
function valuesOf(readers: readonly ColumnReader[], { cells }: Row): Subject['row'] {
  const readingOf = (attribute: string): CellReading | null => {
    for (const { column, read } of readers) {
      if (column.attribute !== attribute) continue
      const reading = read(cells[column.position] ?? '')
      if (reading !== null) return reading
    }
    return null
  }
  return {
    has: (attribute) => readingOf(attribute) !== null,
    get: (attribute) => {
      const reading = readingOf(attribute)
      return reading === null ? undefined : valueRead(reading)
    },
  }
}

const noRow: Subject['row'] = { get: refuse, has: refuse }

function refuse(): never {
  throw new Error('A rule looks at the row and does not say so.')
}

function valueRead(reading: CellReading): CanonicalValue {
  return reading.ok ? reading.sourced.value : null
}

/** A canonical value as text that the conversion of its attribute reads back as the same value. */
export function proposedText(value: CanonicalValue): string | null {
  if (value === null) return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}
