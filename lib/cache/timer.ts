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
  const woken = new AbortController()
  const late = timer.sleep(milliseconds, woken.signal).then(() => {
    throw new DeadlineError(`No answer within ${milliseconds} ms`)
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    // The race is over, so its loser is told so and its words are heard by nobody.
    late.catch(() => undefined)
    woken.abort()
  }
}
