import { multiValued } from '../rules'
import type { Candidate, ColumnCandidates } from './candidate'

/** What a column was settled on. */
export interface Settled {
  found: ColumnCandidates
  /** Null when nothing fits, or when what fits better is not kept. */
  chosen: Candidate | null
  /** How far the next best is behind, from 0 to 1. */
  lead: number
  /** The header of the column that feeds the same attribute first; null when this one does. */
  behind: string | null
  priority: number
}

/** A second choice must be this good, and this near to the first, to be taken instead. */
const SECOND_CHOICE = { least: 0.5, share: 0.72 }

/** From this score on, two columns may say the same thing; below, the second says something else. */
const SAME_AGAIN = 0.7

/** Ends of a connection: a second column about one of them is about something else. */
const NEVER_TWICE = new Set(['dep_source', 'dep_target'])

/** How much better something that we do not keep must fit. */
const NOT_KEPT_LEAD = 0.98

function leadOf(candidates: readonly Candidate[], chosen: Candidate, notKept: number): number {
  const others = candidates.filter((one) => one !== chosen).map((one) => one.score)
  return Math.max(0, chosen.score - Math.max(0, notKept, ...others))
}

function isNotKept(found: ColumnCandidates, top: Candidate): boolean {
  return found.notKept !== null && !top.vouched && found.notKept.score >= top.score * NOT_KEPT_LEAD
}

interface Claim {
  found: ColumnCandidates
  candidate: Candidate
}

/** Stronger claims first; equal ones in the declared order, then as the columns stand. */
function byStrength(one: Claim, other: Claim): number {
  const declared = (one.found.declaredPriority ?? 0) - (other.found.declaredPriority ?? 0)
  const sameAttribute = one.candidate.attribute === other.candidate.attribute
  if (sameAttribute && declared !== 0) return declared
  return (
    other.candidate.score - one.candidate.score ||
    one.found.meaning.normal.localeCompare(other.found.meaning.normal) ||
    one.found.column.index - other.found.column.index
  )
}

function secondChoice(
  found: ColumnCandidates,
  taken: ReadonlyMap<string, string>,
): Candidate | null {
  const [top, ...others] = found.candidates
  const second = others.find((one) => !taken.has(one.attribute) || multiValued.has(one.attribute))
  if (!top || !second) return null
  const good =
    second.score >= SECOND_CHOICE.least && second.score >= top.score * SECOND_CHOICE.share
  return good && !isNotKept(found, second) ? second : null
}

/**
 * Settles every column on one attribute or none. Two columns for one single-valued attribute: the
 * better one has it; the other takes its second choice when that is nearly as good, else stands
 * behind and fills what the first leaves empty, or stays unmapped when it was a weak match.
 */
export function resolveClaims(columns: readonly ColumnCandidates[]): Settled[] {
  const settled = new Map<ColumnCandidates, Settled>()
  const claims: Claim[] = []
  for (const found of columns) {
    const [top] = found.candidates
    if (top && !isNotKept(found, top)) claims.push({ found, candidate: top })
    else settled.set(found, { found, chosen: null, lead: 0, behind: null, priority: 0 })
  }
  const taken = new Map<string, string>()
  const feeders = new Map<string, number>()
  const settle = (found: ColumnCandidates, chosen: Candidate, behind: string | null) => {
    const priority = feeders.get(chosen.attribute) ?? 0
    feeders.set(chosen.attribute, priority + 1)
    if (!taken.has(chosen.attribute)) taken.set(chosen.attribute, found.column.header)
    const lead = leadOf(found.candidates, chosen, found.notKept?.score ?? 0)
    settled.set(found, { found, chosen, lead, behind, priority })
  }
  for (const { found, candidate } of claims.sort(byStrength)) {
    const first = taken.get(candidate.attribute)
    const shares =
      multiValued.has(candidate.attribute) || (candidate.vouched && found.declaredPriority !== null)
    if (first === undefined || shares) {
      settle(found, candidate, null)
      continue
    }
    const second = candidate.vouched ? null : secondChoice(found, taken)
    if (second) settle(found, second, null)
    else if (candidate.score >= SAME_AGAIN && !NEVER_TWICE.has(candidate.attribute))
      settle(found, candidate, first)
    else settled.set(found, { found, chosen: null, lead: 0, behind: first, priority: 0 })
  }
  return columns.flatMap((found) => settled.get(found) ?? [])
}
