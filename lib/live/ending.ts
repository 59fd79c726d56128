import type { Timer, WakeSignal } from '@/lib/cache/timer'

/** The end of something that lasts, and what is to be woken by it. */
export interface Ending {
  readonly isOver: boolean
  /** Ends it, once. */
  end(): void
  /** Sleeps, at most until the end. */
  sleep(timer: Timer, milliseconds: number): Promise<void>
  /**
   * Does work that the end breaks off.
   * @param work is given a signal of its own, so that nothing gathers on one that lasts
   */
  until<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>
}

export function createEnding(): Ending {
  const wakes = new Set<() => void>()
  let isOver = false

  async function watched<T>(wake: () => void, work: () => Promise<T>): Promise<T> {
    wakes.add(wake)
    try {
      return await work()
    } finally {
      wakes.delete(wake)
    }
  }

  return {
    get isOver() {
      return isOver
    },
    end() {
      isOver = true
      for (const wake of [...wakes]) wake()
    },
    async sleep(timer, milliseconds) {
      if (isOver) return
      let wake = (): void => undefined
      const signal: WakeSignal = {
        addEventListener(_, listener) {
          wake = listener
        },
      }
      await watched(
        () => wake(),
        () => timer.sleep(milliseconds, signal),
      )
    },
    until(work) {
      const controller = new AbortController()
      if (isOver) controller.abort()
      return watched(
        () => controller.abort(),
        () => work(controller.signal),
      )
    },
  }
}
