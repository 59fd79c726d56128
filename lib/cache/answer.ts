/**
 * How a value came about: `stale` by the policy's choice, `join` by waiting for a load that another
 * reader began, `bypass` from the source without the cache.
 */
export type ReadOutcome = 'hit' | 'stale' | 'miss' | 'join' | 'bypass'

/** `unreadable`: what was stored was changed, or is of another key. */
export type MissReason = 'absent' | 'invalid' | 'expired' | 'unreadable'
export type BypassReason = 'off' | 'uncached' | 'fence' | 'redis'

/** What a path answers to a read. */
export interface Answer {
  value: unknown
  outcome: ReadOutcome
  /** Of a miss or a bypass. */
  reason?: MissReason | BypassReason
  /** Milliseconds since 1970 by the reader's clock; known of what the cache holds. */
  loadedAt?: number
  freshUntil?: number
}
