import type { Settled } from './resolve'

/**
 * Score → share of right answers, measured on the development set and on every public format with
 * its own vocabulary left out. Between two points the confidence is read off the line.
 */
const MEASURED: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.3, 0.25],
  [0.4, 0.5],
  [0.5, 0.72],
  [0.62, 0.84],
  [0.75, 0.91],
  [0.9, 0.97],
  [1, 0.99],
]

/** A near rival halves what is certain about a middling score. */
const CLOSE_RACE = 0.12
const CLOSE_RACE_FACTOR = 0.85

/** A column that stands behind another for the same attribute waits for a person. */
const BEHIND_FACTOR = 0.75

function readOff(score: number): number {
  for (let index = 1; index < MEASURED.length; index += 1) {
    const [fromScore, fromShare] = MEASURED[index - 1] ?? [0, 0]
    const [toScore, toShare] = MEASURED[index] ?? [1, 1]
    if (score <= toScore) {
      return fromShare + ((toShare - fromShare) * (score - fromScore)) / (toScore - fromScore)
    }
  }
  return MEASURED.at(-1)?.[1] ?? 0
}

/** The chance, from 0 to 1, that a settled column is right. */
export function confidenceOf({ chosen, lead, behind }: Settled): number {
  if (!chosen) return 0
  const measured = readOff(chosen.score)
  const raced = !chosen.vouched && lead < CLOSE_RACE ? measured * CLOSE_RACE_FACTOR : measured
  return Number((behind === null ? raced : raced * BEHIND_FACTOR).toFixed(3))
}
