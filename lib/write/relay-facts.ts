import type { Database } from '@/db/client'
import { type Coherence, telling } from './coherence'
import { createPostgresOutbox } from './postgres-outbox'
import { auditEvents, type EventLog, relay } from './relay'

export interface RelayDeps {
  db: Database
  coherence: Coherence
  events: EventLog
}

export interface RelayReport {
  /** Facts that nobody had told the caches. */
  told: number
  /** Facts that the caches had lost and were told again. */
  repeated: number
  /** Rows that nobody needs any more. */
  removed: number
}

/**
 * Tells the caches what crashes, hand-written SQL and lost writes have kept from them. To be called
 * every minute: a fence lives for two.
 * @throws when the cache or the database does not answer
 */
export async function relayFacts({ db, coherence, events }: RelayDeps): Promise<RelayReport> {
  const outbox = createPostgresOutbox({ db })
  const invalidation = telling(coherence)
  const told = await relay(outbox, invalidation)
  const repeated = await auditEvents(outbox, invalidation, events)
  return { told, repeated, removed: await outbox.removeOld() }
}
