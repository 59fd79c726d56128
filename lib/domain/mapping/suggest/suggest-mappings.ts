import { columnOfFormat } from '../catalogue/recognise-format'
import { commonPrefix } from '../header/common-prefix'
import { AUTO_MAP_THRESHOLD, MOST_ALTERNATIVES, SUGGEST_THRESHOLD } from '../rules'
import type { ImportFormat, Pattern, SourceColumn, Suggestion } from '../schema'
import { findCandidates } from './candidates'
import { type ColumnUnit, unitOfColumn } from './column-unit'
import { confidenceOf } from './confidence'
import { weighContext } from './context'
import { fullPhraseIndex, type PhraseIndex } from './phrase-index'
import { resolveClaims, type Settled } from './resolve'

function alternativesOf(settled: Settled, confidence: number): Suggestion['alternatives'] {
  const { found, chosen } = settled
  return found.candidates
    .filter((one) => one.attribute !== chosen?.attribute && one.score >= 0.2)
    .slice(0, MOST_ALTERNATIVES)
    .map((one) => {
      const own = confidenceOf({ ...settled, chosen: one, lead: 1, behind: null })
      return { attribute: one.attribute, confidence: Math.min(own, chosen ? confidence : own) }
    })
}

function unmapped(settled: Settled): Suggestion {
  const { found, behind } = settled
  const [nearest] = found.candidates
  const reasons: string[] = []
  if (found.notKept !== null) reasons.push(found.notKept.reason)
  else if (behind !== null) reasons.push(`Column “${behind}” fits the same attribute better`)
  else if (nearest) reasons.push('No attribute fits well enough')
  else reasons.push('Neither the header nor the values are like an attribute we know')
  return {
    columnIndex: found.column.index,
    header: found.column.header,
    attribute: null,
    confidence: 0,
    reasons,
    state: 'needs_review',
    sourceUnit: null,
    targetUnit: null,
    alternatives: alternativesOf({ ...settled, chosen: null }, 0),
    priority: 0,
  }
}

function unitOf(settled: Settled, format: ImportFormat | null): ColumnUnit {
  const { found, chosen } = settled
  const declared = format ? columnOfFormat(format, found.column.header) : undefined
  return unitOfColumn({
    attribute: chosen?.attribute ?? null,
    headerUnit: found.meaning.unit,
    formatUnit: (declared && format?.units[declared.header]) ?? null,
    formatTitle: format?.title ?? null,
    binaryUnits: format?.binaryUnits ?? true,
    evidence: found.evidence,
  })
}

function suggestionOf(settled: Settled, format: ImportFormat | null): Suggestion {
  const { found, chosen, behind, priority } = settled
  const confidence = confidenceOf(settled)
  if (!chosen || confidence < SUGGEST_THRESHOLD) return unmapped(settled)
  const unit = unitOf(settled, format)
  const reasons = [...chosen.reasons]
  if (unit.reason !== null) reasons.push(unit.reason)
  if (behind !== null) reasons.push(`Column “${behind}” feeds the same attribute first`)
  else if (priority > 0) reasons.push('It fills what the columns before it leave empty')
  return {
    columnIndex: found.column.index,
    header: found.column.header,
    attribute: chosen.attribute,
    confidence,
    reasons,
    state: confidence >= AUTO_MAP_THRESHOLD ? 'auto_mapped' : 'needs_review',
    sourceUnit: unit.sourceUnit,
    targetUnit: unit.targetUnit,
    alternatives: alternativesOf(settled, confidence),
    priority,
  }
}

/**
 * For every column the attribute that it most likely is, with a confidence, reasons in words and
 * the unit of its numbers; columns that nothing fits are said to be unmapped. The order of the
 * columns does not change the answers. Several columns may feed one attribute: the one with
 * priority 0 wins, the next fill what it leaves empty.
 * @param index what the engine knows; everything, unless something is to be left out.
 */
export function suggestMappings(
  input: {
    columns: readonly SourceColumn[]
    format: ImportFormat | null
    patterns: readonly Pattern[]
  },
  index: PhraseIndex = fullPhraseIndex(),
): Suggestion[] {
  const { format, patterns } = input
  const prefix = commonPrefix(input.columns.map(({ header }) => header))
  const columns = input.columns.map((column) =>
    findCandidates(column, { format, patterns, index, prefix }),
  )
  weighContext(columns)
  return resolveClaims(columns).map((settled) => suggestionOf(settled, format))
}
