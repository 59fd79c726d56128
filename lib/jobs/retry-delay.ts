/** After so many failed attempts a step is not tried again by itself. */
export const maxAttempts = 5

const firstDelayMs = 1_000
const longestDelayMs = 60_000

/** Milliseconds until a step that failed for the n-th time (from 1) is tried again. */
export function retryDelayMs(attempts: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, attempts - 1))
}
