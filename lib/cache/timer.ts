/** Time as the cache is given it; milliseconds. */
export interface Timer {
  now(): number
  /** @param signal ends the sleep early, by resolving */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export class DeadlineError extends Error {
  override name = 'DeadlineError'
}

/**
 * What `work` gives, if it does so in time. What it does later is not undone.
 * @throws DeadlineError after the milliseconds
 */
export async function withDeadline<T>(
  timer: Timer,
  milliseconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const over = new AbortController()
  const late = new Promise<never>((_, reject) => {
    void timer.sleep(milliseconds, over.signal).then(() => {
      if (!over.signal.aborted) reject(new DeadlineError(`No answer within ${milliseconds} ms`))
    })
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    // A reason of its own: the default one is an error with a stack, made anew at every read.
    over.abort('over')
  }
}
