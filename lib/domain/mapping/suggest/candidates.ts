import { columnOfFormat } from '../catalogue/recognise-format'
import { analyseHeader, type HeaderMeaning } from '../lexicon/analyse-header'
import type { ImportFormat, Pattern, SourceColumn } from '../schema'
import { detectValues, shareOfVocabulary, type ValueEvidence } from '../values/detect-values'
import type { PhraseIndex } from './phrase-index'
import { scoreHeader } from './score-header'
import { fitOfValues } from './value-fit'

/** One attribute that a column may be, with all that speaks for it. */
export interface Candidate {
  attribute: string
  /** From 0 to 1, not yet a probability. */
  score: number
  reasons: string[]
  /** Whether a person or a known export vouches for it. */
  vouched: boolean
}

export interface ColumnCandidates {
  column: SourceColumn
  meaning: HeaderMeaning
  evidence: ValueEvidence
  /** Best first. */
  candidates: Candidate[]
  /** Set when the column is known and not kept: why, in words. */
  notKept: { score: number; reason: string } | null
  /** The order that a known export declares among columns of one attribute. */
  declaredPriority: number | null
}

/** How far fitting values close the gap to certainty. */
const VALUES_CONFIRM = 0.45

/** Beyond these a header is too far away for any values to make up for it. */
const MOST_CANDIDATES = 12

function combine(score: number, fit: number): number {
  if (fit < 0) return score * (1 + fit * 0.95)
  return score + (1 - score) * fit * VALUES_CONFIRM * Math.min(1, score * 2)
}

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

/** What values alone suggest where the header says nothing, with how much they are worth then. */
function fromValues(evidence: ValueEvidence): Candidate[] {
  if (evidence.count < 3) return []
  const share = (kind: Parameters<typeof evidence.kinds.get>[0]) => evidence.kinds.get(kind) ?? 0
  const found: [string, number, string][] = [
    ['mac_address', share('mac') * 0.62, 'All values are MAC addresses'],
    ['ip_address', share('ipv4') * 0.5, 'All values are IPv4 addresses'],
    ['ipv6_address', share('ipv6') * 0.55, 'All values are IPv6 addresses'],
    ['os_name', share('operating_system') * 0.58, 'The values name operating systems'],
    ['vm_moref', share('moref') * 0.6, 'The values are references of managed objects'],
    ['instance_type', share('instance_type') * 0.58, 'The values are sizes of cloud instances'],
    ['cloud_region', share('cloud_zone') * 0.55, 'The values are regions or zones of a cloud'],
    ['image_id', share('image_id') * 0.55, 'The values are images'],
    ['cpu_model', share('cpu_model') * 0.5, 'The values name processors'],
    ['timezone', share('time_zone') * 0.5, 'The values are time zones'],
    ['uuid', share('uuid') * 0.42, 'All values are UUIDs'],
    ['fqdn', share('fqdn') * 0.42, 'All values are full domain names'],
  ]
  const poweredOn = evidence.values.filter((value) =>
    /^power(?:ed)?[ _]?o(?:n|ff)$|^running$|^deallocated$/i.test(value),
  )
  if (shareOfVocabulary(evidence, 'power_state') >= 0.9 && poweredOn.length > 0) {
    found.push(['power_state', 0.55, 'The values are power states'])
  }
  const stages = evidence.values.filter((value) => /^(?:prod|dev|test|uat|stag|qa)/i.test(value))
  if (shareOfVocabulary(evidence, 'environment') >= 0.9 && stages.length >= evidence.count * 0.5) {
    found.push(['environment', 0.55, 'The values are names of environments'])
  }
  return found
    .filter(([, score]) => score >= 0.35)
    .map(([attribute, score, reason]) => ({ attribute, score, reasons: [reason], vouched: false }))
}

/** Words that leave open what a column holds. */
const EMPTY_WORDS = new Set(
  'column field value data info details custom u x attribute number name other text code'.split(
    ' ',
  ),
)

function saysNothing({ concepts, unknown }: HeaderMeaning): boolean {
  return [...concepts.keys()].every((concept) => EMPTY_WORDS.has(concept)) && unknown.length <= 2
}

function mergeValues(
  candidates: Candidate[],
  evidence: ValueEvidence,
  meaning: HeaderMeaning,
): void {
  const open = saysNothing(meaning)
  for (const told of fromValues(evidence)) {
    const known = candidates.find(({ attribute }) => attribute === told.attribute)
    const worth = open ? told.score : told.score * 0.6
    if (known && known.score < worth) {
      known.score = worth
      known.reasons.unshift(...told.reasons)
    } else if (!known && open) {
      candidates.push({ ...told, score: worth })
    }
  }
}

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

function applyPatterns(
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
  const score = Math.min(0.995, 0.97 + approved.evidenceCount * 0.005)
  const kept = found.candidates.filter(({ attribute }) => attribute !== approved.attribute)
  const reasons = [`This header was approved for it before (${times})`]
  found.candidates = [{ attribute: approved.attribute, score, reasons, vouched: true }, ...kept]
  found.notKept = null
}

function applyFormat(found: ColumnCandidates, format: ImportFormat): void {
  const told = columnOfFormat(format, found.column.header)
  if (!told) return
  found.declaredPriority = format.priorities[told.header] ?? null
  if (told.attribute === null) {
    found.notKept = {
      score: 0.97,
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
