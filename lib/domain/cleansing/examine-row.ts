import type { ConvertCell } from '@/lib/domain/inventory/interpret-row'
import type { RowPlan } from '@/lib/domain/inventory/row-plan'
import { remembering } from '@/lib/domain/inventory/step/remembering'
import { attributeByName } from '@/lib/domain/mapping/catalogue/attributes'
import type { CanonicalValue, Conversion } from '@/lib/domain/mapping/schema'
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

/**
 * Gives a function that says everything doubtful in the cells of one row. A fix becomes a correction
 * of the asset, so cells that describe a component of it are doubted without one.
 */
export function createExaminer(
  plan: RowPlan,
  convert: ConvertCell,
  context: RuleContext,
): (row: Row) => RowFinding[] {
  const columns = plan.columns.flatMap((column) => {
    const attribute = attributeByName(column.attribute)
    if (!attribute) return []
    const examine = (raw: string, row: Subject['row']): CellFinding[] => {
      const conversion = convert(column, raw)
      const value = readable(conversion)
      const unit = conversion.ok ? (conversion.unit ?? column.unit) : column.unit
      return examineValue({ attribute, raw, value, unit, row }, context).map(
        ({ rule, finding }) => ({
          rule: rule.id,
          attribute: attribute.name,
          value: finding.value,
          proposed: proposedText(finding.proposed),
          fixable: finding.fixable && column.about === 'asset',
          reason: finding.reason,
        }),
      )
    }
    const examineAlone = remembering((raw) => examine(raw, noRow))
    return [{ column, examine: dependsOnRow(attribute) ? examine : examineAlone }]
  })
  return (row) => {
    const values = valuesOf(plan, row, convert)
    return columns.flatMap(({ column, examine }) => {
      const raw = row.cells[column.position] ?? ''
      if (raw.trim() === '') return []
      return examine(raw, values).map((finding) => ({ row: row.rowNumber, ...finding }))
    })
  }
}

/** What a row says of its attributes, read when it is asked for: the first filled column counts. */
function valuesOf(plan: RowPlan, { cells }: Row, convert: ConvertCell): Subject['row'] {
  const columnOf = (attribute: string) =>
    plan.columns.find(
      (column) => column.attribute === attribute && (cells[column.position] ?? '').trim() !== '',
    )
  return {
    has: (attribute) => columnOf(attribute) !== undefined,
    get: (attribute) => {
      const column = columnOf(attribute)
      return column && readable(convert(column, cells[column.position] ?? ''))
    },
  }
}

const noRow: Subject['row'] = { get: refuse, has: refuse }

function refuse(): never {
  throw new Error('A rule looks at the row and does not say so.')
}

function readable(conversion: Conversion): CanonicalValue {
  return conversion.ok ? conversion.value : null
}

/** A canonical value as text that the conversion of its attribute reads back as the same value. */
export function proposedText(value: CanonicalValue): string | null {
  if (value === null) return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}
