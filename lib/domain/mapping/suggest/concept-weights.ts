/** What words weigh where a header and a phrase differ. */
export interface ConceptWeights {
  /** What a word weighs that a header has and a phrase has not. */
  spareWeight: (concept: string) => number
  /** What a word weighs that a phrase wants; light ones in full: "parent" is not "parent server". */
  wantedWeight: (concept: string) => number
}

/** What weighing needs of a phrase. */
interface WeighedPhrase {
  attribute: string | null
  topic: string | null
  concepts: readonly string[]
}

/** Concepts that say little by themselves, with the share of their weight that they keep. */
const LIGHT = new Map<string, number>([
  ['name', 0.4],
  ['server', 0.3],
  ['vm', 0.35],
  ['machine', 0.3],
  ['computer', 0.3],
  ['device', 0.4],
  ['asset', 0.35],
  ['ci', 0.3],
  ['system', 0.4],
  ['item', 0.4],
  ['object', 0.4],
  ['primary', 0.3],
  ['current', 0.35],
  ['guest', 0.35],
  ['host', 0.6],
  ['number', 0.55],
  ['size', 0.5],
  ['total', 0.5],
  ['value', 0.4],
  ['on', 0.15],
  ['is', 0.25],
  ['has', 0.25],
  ['in', 0.4],
  ['to', 0.3],
  ['at', 0.2],
  ['per', 0.2],
  ['by', 0.5],
  ['date', 0.6],
  ['time', 0.6],
  ['code', 0.5],
  ['info', 0.4],
  ['details', 0.4],
  ['list', 0.2],
  ['field', 0.2],
  ['u', 0.05],
  ['x', 0.1],
  ['custom', 0.4],
  ['it', 0.3],
  ['full', 0.4],
  ['resource', 0.4],
  ['configured', 0.4],
  ['installed', 0.4],
  ['data', 0.6],
  ['hardware', 0.6],
  ['type', 0.7],
  ['id', 0.8],
  ['cmdb', 0.2],
  ['config', 0.45],
  ['configuration', 0.45],
  ['option', 0.4],
  ['options', 0.4],
  ['properties', 0.4],
  ['spec', 0.4],
  ['settings', 0.4],
  ['shape', 0.5],
  ['runtime', 0.4],
  ['freeform', 0.3],
  ['observed', 0.3],
  ['tag', 0.45],
  ['vmware', 0.35],
  ['aws', 0.35],
  ['azure', 0.35],
  ['gcp', 0.35],
])

/** Concepts that turn a column into another one when they stand beside what a phrase says. */
const TURNING = new Set(
  'max min source destination target license expiry password email phone history previous old limit reservation shares swapped ballooned vendor manufacturer publisher process cost'.split(
    ' ',
  ),
)
const TURNING_FACTOR = 1.8

/** What a concept weighs that no phrase of ours uses. */
const UNUSED_WEIGHT = 0.8

/** Rare concepts weigh most: how many attributes a concept appears in decides, as in text search. */
function weightsOf(phrases: readonly WeighedPhrase[]): Map<string, number> {
  const users = new Map<string, Set<string>>()
  for (const { concepts, attribute, topic } of phrases) {
    for (const concept of concepts) {
      const set = users.get(concept) ?? new Set()
      users.set(concept, set.add(attribute ?? topic ?? ''))
    }
  }
  const all = Math.log(1 + 180)
  return new Map(
    [...users].map(([concept, set]) => {
      const rarity = Math.log(1 + 180 / set.size) / all
      return [concept, 0.35 + 0.65 * rarity]
    }),
  )
}

/** The weights of concepts, by the phrases that use them. */
export function weighConcepts(phrases: readonly WeighedPhrase[]): ConceptWeights {
  const weights = weightsOf(phrases)
  const weightOf = (concept: string) => weights.get(concept) ?? UNUSED_WEIGHT
  const turningOf = (concept: string) => (TURNING.has(concept) ? TURNING_FACTOR : 1)
  return {
    spareWeight: (concept) => weightOf(concept) * (LIGHT.get(concept) ?? turningOf(concept)),
    wantedWeight: weightOf,
  }
}
