import type { HeaderMeaning } from '../lexicon/analyse-header'
import type { SourceColumn } from '../schema'
import type { ValueEvidence } from '../values/detect-values'

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
