import { analyseHeader, type HeaderMeaning } from '../lexicon/analyse-header'
import type { ImportFormat, Pattern, SourceColumn } from '../schema'
import { detectValues, type ValueEvidence } from '../values/detect-values'
import type { Candidate, ColumnCandidates } from './candidate'
import { mergeValues, saysNothing } from './candidates-of-values'
import type { PhraseIndex } from './phrase-index'
import { scoreHeader } from './score-header'
import { fitOfValues } from './value-fit'
import { applyFormat, applyPatterns } from './vouched'

/** How far fitting values close the gap to certainty. */
const VALUES_CONFIRM = 0.45

function combine(score: number, fit: number): number {
  if (fit < 0) return score * (1 + fit * 0.95)
  return score + (1 - score) * fit * VALUES_CONFIRM * Math.min(1, score * 2)
}

/** Beyond these a header is too far away for any values to make up for it. */
const MOST_CANDIDATES = 12

function fromHeader(
  meaning: HeaderMeaning,
  evidence: ValueEvidence,
  index: PhraseIndex,
): { candidates: Candidate[]; notKept: ColumnCandidates['notKept'] } {
  const candidates: Candidate[] = []
  let notKept: ColumnCandidates['notKept'] = null
  const scores = [...scoreHeader(meaning, index)].sort(
    (one, other) => other[1].score - one[1].score,
  )
  for (const [attribute, { score, phrase }] of scores.slice(0, MOST_CANDIDATES)) {
    if (attribute === null) {
      notKept = { score, reason: `“${phrase.text}” (${phrase.topic}) is not part of the model` }
      continue
    }
    const { fit, reason } = fitOfValues(attribute, evidence)
    const total = combine(score, fit)
    const reasons = [
      `The header reads like “${phrase.text}”${phrase.fromFormat ? ` of ${phrase.topic}` : ''}`,
    ]
    if (reason !== null && Math.abs(fit) >= 0.15) {
      reasons.push(fit > 0 ? reason.charAt(0).toUpperCase() + reason.slice(1) : `But ${reason}`)
    }
    candidates.push({ attribute, score: total, reasons, vouched: false })
  }
  return { candidates, notKept }
}

/** Everything that a column may be, by its header, its values, its format and what was learned. */
export function findCandidates(
  column: SourceColumn,
  knowledge: {
    format: ImportFormat | null
    patterns: readonly Pattern[]
    index: PhraseIndex
    /** A first word that nearly all headers of the file share, else null. */
    prefix: string | null
  },
): ColumnCandidates {
  const { format, patterns, index, prefix } = knowledge
  const meaning = analyseHeader(column.header, prefix)
  const evidence = detectValues(column.samples)
  const { candidates, notKept } = fromHeader(meaning, evidence, index)
  mergeValues(candidates, evidence, meaning)
  const found: ColumnCandidates = {
    column,
    meaning,
    evidence,
    candidates,
    notKept,
    declaredPriority: null,
  }
  // A header without meaning hides nothing from values that have one.
  if (saysNothing(meaning) && candidates.length > 0 && evidence.count > 0) found.notKept = null
  if (format) applyFormat(found, format)
  applyPatterns(found, patterns, format?.id ?? null)
  return found
}
