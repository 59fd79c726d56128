import { columnOfFormat } from '../catalogue/recognise-format'
import type { ImportFormat, Pattern } from '../schema'
import type { ColumnCandidates } from './candidate'
import { fitOfValues } from './value-fit'

const SCOPES = { global: 0, client: 1, engagement: 2 }

/** The lesson that counts: the nearest scope, then the most often confirmed. */
function lesson(
  patterns: readonly Pattern[],
  type: Pattern['patternType'],
  normal: string,
  formatId: string | null,
) {
  return patterns
    .filter((one) => one.patternType === type && one.header === normal)
    .filter((one) => one.formatId == null || one.formatId === formatId)
    .sort(
      (one, other) =>
        SCOPES[other.scope] - SCOPES[one.scope] || other.evidenceCount - one.evidenceCount,
    )
}

/** Puts what persons approved and rejected before over everything else. */
export function applyPatterns(
  found: ColumnCandidates,
  patterns: readonly Pattern[],
  formatId: string | null,
): void {
  const { normal } = found.meaning
  for (const rejected of lesson(patterns, 'header_rejected', normal, formatId)) {
    if (rejected.attribute === null) {
      found.notKept = { score: 0.97, reason: 'Suggestions for this column were rejected before' }
    }
    found.candidates = found.candidates.filter(({ attribute }) => attribute !== rejected.attribute)
  }
  const [approved] = lesson(patterns, 'header_approved', normal, formatId)
  if (!approved) return
  const times = approved.evidenceCount === 1 ? 'once' : `${approved.evidenceCount} times`
  if (approved.attribute === null) {
    found.notKept = { score: 0.99, reason: `It was left unmapped before (${times})` }
    found.candidates = []
    return
  }
  // A person's word about this very export is worth more than the export's own; about files of no
  // known format it is worth a little less.
  const base = approved.formatId == null ? 0.97 : 0.985
  const most = approved.formatId == null ? 0.98 : 0.995
  const score = Math.min(most, base + approved.evidenceCount * 0.005)
  const kept = found.candidates.filter(({ attribute }) => attribute !== approved.attribute)
  const reasons = [`This header was approved for it before (${times})`]
  found.candidates = [{ attribute: approved.attribute, score, reasons, vouched: true }, ...kept]
  found.notKept = null
}

/** Puts what a known export says of its column over what words and values suggest. */
export function applyFormat(found: ColumnCandidates, format: ImportFormat): void {
  const told = columnOfFormat(format, found.column.header)
  if (!told) return
  found.declaredPriority = format.priorities[told.header] ?? null
  if (told.attribute === null) {
    found.notKept = {
      score: 0.985,
      reason: `${format.title} has this column and the model does not keep it`,
    }
    return
  }
  const { fit, reason } = fitOfValues(told.attribute, found.evidence)
  const doubtful = fit <= -0.5
  const reasons = [`It is a column of ${format.title}`]
  if (doubtful && reason !== null) reasons.push(`But ${reason}`)
  const kept = found.candidates.filter(({ attribute }) => attribute !== told.attribute)
  const candidate = {
    attribute: told.attribute,
    score: doubtful ? 0.6 : 0.985,
    reasons,
    vouched: true,
  }
  found.candidates = [candidate, ...kept]
  found.notKept = null
}
