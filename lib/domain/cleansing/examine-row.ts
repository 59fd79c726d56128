import type { ConvertCell } from '@/lib/domain/inventory/interpret-row'
import type { RowPlan } from '@/lib/domain/inventory/row-plan'
import { attributeByName } from '@/lib/domain/mapping/catalogue/attributes'
import type { CanonicalValue, Conversion } from '@/lib/domain/mapping/schema'
import { examineValue } from './rules'
import type { RuleContext } from './rules/rule'

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

/**
 * Everything doubtful in the cells of one row. A fix becomes a correction of the asset, so cells
 * that describe a component of it are doubted without one.
 */
export function examineRow(
  plan: RowPlan,
  row: { rowNumber: number; cells: readonly string[] },
  convert: ConvertCell,
  context: RuleContext,
): RowFinding[] {
  const read = plan.columns.flatMap((column) => {
    const raw = row.cells[column.position] ?? ''
    const attribute = attributeByName(column.attribute)
    if (raw.trim() === '' || !attribute) return []
    return [{ column, attribute, raw, conversion: convert(column, raw) }]
  })
  const values = new Map<string, CanonicalValue>()
  for (const { attribute, conversion } of read) {
    if (!values.has(attribute.name)) values.set(attribute.name, readable(conversion))
  }
  return read.flatMap(({ column, attribute, raw, conversion }) => {
    const subject = {
      attribute,
      raw,
      value: readable(conversion),
      unit: conversion.ok ? (conversion.unit ?? column.unit) : column.unit,
      row: values,
    }
    return examineValue(subject, context).map(({ rule, finding }) => ({
      row: row.rowNumber,
      rule: rule.id,
      attribute: attribute.name,
      value: finding.value,
      proposed: proposedText(finding.proposed),
      fixable: finding.fixable && column.about === 'asset',
      reason: finding.reason,
    }))
  })
}

function readable(conversion: Conversion): CanonicalValue {
  return conversion.ok ? conversion.value : null
}

/** A canonical value as text that the conversion of its attribute reads back as the same value. */
export function proposedText(value: CanonicalValue): string | null {
  if (value === null) return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}
