import type { CanonicalAttribute, CanonicalValue } from '@/lib/domain/mapping/schema'

/** One value under examination, with what else its row says. */
export interface Subject {
  attribute: CanonicalAttribute
  /** The cell as it came, blanks included. */
  raw: string
  /** The value in the attribute's own unit; null where the cell could not be read. */
  value: CanonicalValue
  /** The unit in which it came, in words of the source; null where none was known. */
  unit: string | null
  /** Canonical values of the same row by attribute. */
  row: Pick<ReadonlyMap<string, CanonicalValue>, 'get' | 'has'>
}

export interface RuleContext {
  now: Date
}

/**
 * Something doubtful. `proposed` is what should stand there instead, in the attribute's own unit;
 * null clears the value. Where nothing can be proposed `fixable` is false and `proposed` null.
 */
export interface Finding {
  value: string
  proposed: CanonicalValue
  fixable: boolean
  /** In words for people, without the attribute's and the asset's name. */
  reason: string
}

/** Looks at one value at a time. Pure. */
export interface CleansingRule {
  /** Whether it looks at `row`; one that does not may be asked once for many equal cells. */
  looksAtRow?: true
  id: string
  title: string
  description: string
  appliesTo(attribute: CanonicalAttribute): boolean
  examine(subject: Subject, context: RuleContext): Finding | null
}

/** What a rule over many assets needs to know of each. */
export interface NamedAsset {
  id: string
  name: string
  assetType: string
}

/** Looks at all assets together. Pure. */
export interface SetRule {
  id: string
  title: string
  description: string
  /** The attribute that its findings are about. */
  attribute: string
  examineSet(assets: Iterable<NamedAsset>): { assetId: string; finding: Finding }[]
}

/** A finding whose fix is another value. */
export function propose({ raw }: Subject, proposed: CanonicalValue, reason: string): Finding {
  return { value: raw, proposed, fixable: true, reason }
}

/** A finding whose fix is to have no value. */
export function proposeClearing(subject: Subject, reason: string): Finding {
  return propose(subject, null, reason)
}

// One formatter: making one takes longer than formatting a thousand numbers.
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** Numbers for people: 16,384 and 0.5. */
export function inWords(value: number): string {
  return numbers.format(value)
}

/** The number of another attribute of the row, undefined where there is none. */
export function numberOf(row: Subject['row'], attribute: string): number | undefined {
  const value = row.get(attribute)
  return typeof value === 'number' ? value : undefined
}
