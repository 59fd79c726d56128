import type { Timer } from './timer'

/** The time that a request may wait for Redis in all; waits at the same time count once. */
export interface Budget {
  /** Milliseconds at first, and those that are left. */
  readonly whole: number
  left(): number
  spend<T>(work: () => Promise<T>): Promise<T>
}

export function createBudget(timer: Timer, milliseconds: number): Budget {
  let spent = 0
  let waiting = 0
  let since = 0
  const left = () => milliseconds - spent - (waiting > 0 ? timer.now() - since : 0)
  return {
    whole: milliseconds,
    left,
    async spend(work) {
      if (waiting === 0) since = timer.now()
      waiting += 1
      try {
        return await work()
      } finally {
        waiting -= 1
        if (waiting === 0) spent += timer.now() - since
      }
    },
  }
}
