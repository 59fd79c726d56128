/** Time as the cache is given it; milliseconds. */
export interface Timer {
  now(): number
  /** @param signal ends the sleep early, by resolving */
  sleep(milliseconds: number, signal?: WakeSignal): Promise<void>
}

/** As much of an AbortSignal as a sleep needs: every read makes one, and a whole one is dear. */
export interface WakeSignal {
  addEventListener(type: 'abort', wake: () => void, options?: { once: boolean }): void
}

export class DeadlineError extends Error {
  override name = 'DeadlineError'
}

/**
 * What `work` gives, if it does so in time. What it does later is not undone.
 * @throws DeadlineError after the milliseconds
 */
export function withDeadline<T>(
  timer: Timer,
  milliseconds: number,
  work: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false
    let wake = (): void => undefined
    const signal: WakeSignal = {
      addEventListener(_, listener) {
        wake = listener
      },
    }
    const end = () => {
      over = true
      wake()
    }
    void timer.sleep(milliseconds, signal).then(() => {
      if (!over) reject(new DeadlineError(`No answer within ${milliseconds} ms`))
    })
    void work().then(resolve, reject).then(end)
  })
}
