import type { PageVitals } from './in-page'
import type { StepTaken } from './take-walk'

const summedUp = [
  'ms',
  'requests',
  'files',
  'bytes',
  'scriptBytes',
  'renders',
  'notModified',
  'statements',
  'redisCommands',
  'facts',
] as const
type SummedUp = Pick<StepTaken, (typeof summedUp)[number]>

/**
 * What a step costs, or a whole walk; medians over the walks. Vitals are the largest of the walk's
 * documents, interactions and windows of shifts; null where there was none.
 */
export interface Figures extends SummedUp, PageVitals {
  /** Steps with a wrong screen. */
  wrong: number
}

/** What several steps of one walk are together. */
export function addUp(steps: readonly StepTaken[]): Figures {
  const sum = (of: (step: StepTaken) => number) =>
    steps.reduce((total, step) => total + of(step), 0)
  const sums = Object.fromEntries(
    summedUp.map((name) => [name, sum((step) => step[name])]),
  ) as Record<keyof SummedUp, number>
  return {
    ...sums,
    ttfb: largest(steps.map(({ ttfb }) => ttfb)),
    lcp: largest(steps.map(({ lcp }) => lcp)),
    inp: largest(steps.map(({ inp }) => inp)),
    cls: Math.max(...steps.map(({ cls }) => cls)),
    wrong: steps.filter(({ wrong }) => wrong.length > 0).length,
  }
}

/** Each figure's median over the walks. */
export function medians(walks: readonly Figures[]): Figures {
  const [first] = walks
  if (!first) throw new RangeError('Nobody has walked')
  const names = Object.keys(first) as (keyof Figures)[]
  return Object.fromEntries(
    names.map((name) => [name, median(walks.map((walk) => walk[name]))]),
  ) as unknown as Figures
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? Math.max(...known) : null
}

/** The lower one of two in the middle; null where nothing is known. */
export function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
