import type { Suggestion } from '../schema'

/** What a column should be mapped to: an attribute, or null for none; and what else would do. */
export interface ExpectedColumn {
  header: string
  attribute: string | null
  acceptable: readonly (string | null)[]
}

/** One column's suggestion beside what was expected. */
export interface Judged {
  header: string
  expected: string | null
  suggested: string | null
  confidence: number
  autoMapped: boolean
  exact: boolean
  acceptable: boolean
}

export interface Measures {
  columns: number
  mappable: number
  /** Of the mappable columns, the share with exactly the expected attribute. */
  top1Strict: number
  /** Of the mappable columns, the share with an acceptable attribute. */
  top1Lenient: number
  /** How many columns were mapped without asking. */
  autoMapped: number
  /** Of the columns mapped without asking, the share that is acceptable. */
  autoPrecision: number
  /** Of the columns that mean nothing to the model, the share left unmapped. */
  nullUnmapped: number
  /** Mean distance between confidence and share of right answers, over ten bins (ECE). */
  calibrationError: number
}

const BINS = 10

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

/** Compares one suggestion with what was expected of its column. */
export function judge(suggestion: Suggestion, expected: ExpectedColumn): Judged {
  const exact = suggestion.attribute === expected.attribute
  return {
    header: suggestion.header,
    expected: expected.attribute,
    suggested: suggestion.attribute,
    confidence: suggestion.confidence,
    autoMapped: suggestion.attribute !== null && suggestion.state === 'auto_mapped',
    exact,
    acceptable: exact || expected.acceptable.includes(suggestion.attribute),
  }
}

/** Expected calibration error of all columns for which something was suggested. */
function calibrationError(judged: readonly Judged[]): number {
  const suggested = judged.filter((one) => one.suggested !== null)
  let error = 0
  for (let bin = 0; bin < BINS; bin += 1) {
    const inBin = suggested.filter(
      (one) => Math.min(BINS - 1, Math.floor(one.confidence * BINS)) === bin,
    )
    const right = inBin.filter((one) => one.acceptable).length
    const confident = inBin.reduce((sum, one) => sum + one.confidence, 0)
    error += Math.abs(right - confident)
  }
  return suggested.length === 0 ? 0 : error / suggested.length
}

/** The measures over judged columns; a share of nothing counts as 1. */
export function measure(judged: readonly Judged[]): Measures {
  const mappable = judged.filter((one) => one.expected !== null)
  const unmappable = judged.filter((one) => one.expected === null)
  const auto = judged.filter((one) => one.autoMapped)
  const count = (of: readonly Judged[], test: (one: Judged) => boolean) => of.filter(test).length
  return {
    columns: judged.length,
    mappable: mappable.length,
    top1Strict: ratio(
      count(mappable, (one) => one.exact),
      mappable.length,
    ),
    top1Lenient: ratio(
      count(mappable, (one) => one.acceptable),
      mappable.length,
    ),
    autoMapped: auto.length,
    autoPrecision: ratio(
      count(auto, (one) => one.acceptable),
      auto.length,
    ),
    nullUnmapped: ratio(
      count(unmappable, (one) => one.acceptable),
      unmappable.length,
    ),
    calibrationError: calibrationError(judged),
  }
}
