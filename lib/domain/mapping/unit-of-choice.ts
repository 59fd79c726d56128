import { formatById } from './catalogue/formats'
import { columnOfFormat } from './catalogue/recognise-format'
import { analyseHeader } from './lexicon/analyse-header'
import { type ColumnUnit, unitOfColumn } from './suggest/column-unit'
import { detectValues } from './values/detect-values'

/** The unit of a column's numbers under an attribute that a person chose, and in words why. */
export function unitOfChoice(
  attribute: string | null,
  column: { header: string; samples: readonly string[] },
  formatId: string | null,
): ColumnUnit {
  const format = formatId === null ? undefined : formatById(formatId)
  const declared = format && columnOfFormat(format, column.header)
  return unitOfColumn({
    attribute,
    headerUnit: analyseHeader(column.header).unit,
    formatUnit: (declared && format.units[declared.header]) ?? null,
    formatTitle: format?.title ?? null,
    binaryUnits: format?.binaryUnits ?? true,
    evidence: detectValues(column.samples),
  })
}
