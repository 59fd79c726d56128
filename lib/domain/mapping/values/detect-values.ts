import { parseNumber } from '../convert/numbers'
import { isPlaceholder } from '../convert/placeholders'
import { foldValue } from './fold'
import { kindsOf, type ValueKind } from './value-kinds'
import { vocabularyOf } from './vocabularies'

/** What a column's values have in common. */
export interface ValueEvidence {
  /** How many samples hold a value. */
  count: number
  /** How many different ones. */
  distinct: number
  /** Kind → share of the values, from 0 to 1; kinds that no value has are missing. */
  kinds: ReadonlyMap<ValueKind, number>
  /** Of the bare numbers; null when most values are none. */
  numbers: { least: number; median: number; most: number; whole: boolean } | null
  averageLength: number
  /** The values looked at, trimmed. */
  values: readonly string[]
  /** The same, folded as vocabularies are. */
  folded: readonly string[]
}

const MOST_SAMPLES = 60

function summarise(values: readonly string[]): ValueEvidence['numbers'] {
  const numbers = values
    .flatMap((text) => parseNumber(text, null) ?? [])
    .sort((one, other) => one - other)
  const [least] = numbers
  const most = numbers.at(-1)
  const median = numbers[Math.floor(numbers.length / 2)]
  const few = numbers.length < values.length * 0.6
  if (few || least === undefined || most === undefined || median === undefined) return null
  return { least, median, most, whole: numbers.every(Number.isInteger) }
}

function foldAll(values: readonly string[], different: ReadonlyMap<string, number>): string[] {
  const folded = new Map([...different.keys()].map((value) => [value, foldValue(value)]))
  return values.map((value) => folded.get(value) ?? value)
}

/** What the values of a column are: addresses, dates, sizes and so on, each with its share. */
export function detectValues(samples: readonly string[]): ValueEvidence {
  const values = samples
    .map((sample) => sample.trim().slice(0, 400))
    .filter((sample) => !isPlaceholder(sample))
    .slice(0, MOST_SAMPLES)
  const kinds = new Map<ValueKind, number>()
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  // Columns repeat themselves: each different value is looked at once.
  for (const [value, count] of times) {
    for (const kind of kindsOf(value)) kinds.set(kind, (kinds.get(kind) ?? 0) + count)
  }
  for (const [kind, count] of kinds) kinds.set(kind, count / values.length)
  const length = values.reduce((sum, value) => sum + value.length, 0)
  return {
    count: values.length,
    distinct: times.size,
    kinds,
    numbers: summarise(values),
    folded: foldAll(values, times),
    averageLength: values.length === 0 ? 0 : length / values.length,
    values,
  }
}

/** The share of the values that are words of an enumeration of ours. */
export function shareOfVocabulary(evidence: ValueEvidence, attribute: string): number {
  const vocabulary = vocabularyOf(attribute)
  if (!vocabulary || evidence.count === 0) return 0
  const known = evidence.folded.filter((value) => vocabulary.has(value))
  return known.length / evidence.count
}
