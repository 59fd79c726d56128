import type { CachePath } from '@/lib/cache/cache'
import type { Counter } from './world'

/** One answer, and what had been acknowledged when its read began; times by `performance.now`. */
export interface Answered {
  path: CachePath
  counter: Counter
  began: number
  atLeast: number
  value: number
}

/** What was acknowledged, and what was answered. */
export function createRecord(counters: readonly Counter[]) {
  const acknowledged = new Map(counters.map((counter) => [counter, [{ value: 0, at: 0 }]]))
  const answers: Answered[] = []

  function newest(counter: Counter, until = Number.POSITIVE_INFINITY): number {
    const writes = acknowledged.get(counter) ?? []
    return Math.max(...writes.filter(({ at }) => at <= until).map(({ value }) => value))
  }

  return {
    newest,
    wrote: (counter: Counter, value: number) =>
      void acknowledged.get(counter)?.push({ value, at: performance.now() }),
    answered: (answer: Answered) => void answers.push(answer),
    writes: () => [...acknowledged.values()].reduce((sum, { length }) => sum + length - 1, 0),
    reads() {
      const reads: Record<CachePath, number> = { off: 0, legacy: 0, shadow: 0, redis: 0 }
      for (const { path } of answers) reads[path] += 1
      return reads
    },
    /**
     * Parts the answers that missed an acknowledged write into those that may, because their path
     * promises a time limit and nothing else, and those that are too old.
     * @param limit milliseconds
     */
    judge(limit: number) {
      const missed = answers.filter(({ value, atLeast }) => !(value >= atLeast))
      const mayBe = ({ path, counter, began, value }: Answered) =>
        (path === 'legacy' || path === 'shadow') && value >= newest(counter, began - limit)
      const tooOld = missed.filter((answer) => !mayBe(answer))
      return { tooOld, oldByTimeLimit: missed.length - tooOld.length }
    },
  }
}
