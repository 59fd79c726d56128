import type { Codec } from './codec'
import type { Report } from './events'
import type { Loads } from './loads'
import type { Misses } from './misses'
import type { RequestStore } from './request-store'
import type { Timer } from './timer'

/** What the path `redis` works with, for the reads of one request. */
export interface ReadParts {
  store: RequestStore
  codec: Codec
  loads: Loads
  misses: Misses
  timer: Timer
  /** From 0 to 1. */
  random(): number
  /** Takes work that nobody waits for, and that breaks nothing when it fails. */
  background(work: Promise<unknown>): void
  report: Report
  /** Whether a value that JSON would change breaks its read, instead of being answered unkept. */
  strictValues: boolean
}
