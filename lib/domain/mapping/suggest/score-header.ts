import type { HeaderMeaning } from '../lexicon/analyse-header'
import { dimensionOf } from './dimension'
import type { IndexedPhrase, PhraseIndex } from './phrase-index'

export interface HeaderScore {
  /** From 0 to 1: how well the header's words fit. */
  score: number
  phrase: IndexedPhrase
}

/** How strongly words missing from the header, and words left over in it, count against a phrase. */
const RECALL_POWER = 1.6
const PRECISION_POWER = 1.25

/** What is left of a score when the header's unit measures something else. */
const WRONG_DIMENSION = 0.2
/** How far a fitting unit closes the gap to certainty. */
const RIGHT_DIMENSION = 0.35

/** The least that a phrase must share with the header. */
const LEAST_RECALL = 0.45
const NOT_KEPT_RECALL = 0.85

/** A header that says hardly more than a phrase has this precision. */
const EXACT = 0.75

function unknownWeight(word: string, position: number): number {
  if (word.length <= 1) return 0.15
  // A first word that nobody knows is most often a prefix of the house.
  return position === 0 ? 0.55 : 0.75
}

function overlap(meaning: HeaderMeaning, phrase: IndexedPhrase, index: PhraseIndex) {
  let shared = 0
  let wanted = 0
  for (const concept of phrase.concepts) {
    const weight = index.wantedWeight(concept)
    wanted += weight
    const quality = meaning.concepts.get(concept) ?? (meaning.unknown.includes(concept) ? 1 : 0)
    shared += weight * quality
  }
  let left = 0
  for (const concept of meaning.concepts.keys()) {
    if (!phrase.concepts.includes(concept)) left += index.spareWeight(concept)
  }
  meaning.unknown.forEach((word, position) => {
    if (!phrase.concepts.includes(word)) left += unknownWeight(word, position)
  })
  return { recall: wanted === 0 ? 0 : shared / wanted, precision: shared / (shared + left || 1) }
}

function scorePhrase(meaning: HeaderMeaning, phrase: IndexedPhrase, index: PhraseIndex): number {
  if (phrase.needsNumber && !meaning.numbered) return 0
  const unit = dimensionOf(meaning.unit)
  if (phrase.needsUnit && (unit === null || unit !== phrase.dimension)) return 0
  const { recall, precision } = overlap(meaning, phrase, index)
  // What is not kept must be named in full: half a match would hide columns that are kept.
  const enough = phrase.attribute === null ? NOT_KEPT_RECALL : LEAST_RECALL
  if (recall < enough) return 0
  if (phrase.needsExactness && precision < EXACT) return 0
  const words = phrase.prior * recall ** RECALL_POWER * precision ** PRECISION_POWER
  if (unit === null || phrase.attribute === null) return words
  if (unit !== phrase.dimension) return words * WRONG_DIMENSION
  return words + RIGHT_DIMENSION * (1 - words) * recall * precision
}

/** The best phrase of every attribute for a header; the key is null for what is not kept. */
export function scoreHeader(
  meaning: HeaderMeaning,
  index: PhraseIndex,
): Map<string | null, HeaderScore> {
  const seen = new Set<IndexedPhrase>()
  const best = new Map<string | null, HeaderScore>()
  for (const term of [...meaning.concepts.keys(), ...meaning.unknown]) {
    for (const phrase of index.byConcept.get(term) ?? []) {
      if (seen.has(phrase)) continue
      seen.add(phrase)
      const score = scorePhrase(meaning, phrase, index)
      if (score > (best.get(phrase.attribute)?.score ?? 0.05)) {
        best.set(phrase.attribute, { score, phrase })
      }
    }
  }
  return best
}
