import { CommitUnknown } from '@/lib/base/commit-unknown'
import type { Namespace, Tag } from '@/lib/base/tag'
import type { Invalidation } from '@/lib/cache/invalidation'
import { collapseTags } from './collapse-tags'

/** Facts of one namespace that one statement changed, as they stand in the outbox. */
export interface OutboxRow {
  id: string
  namespace: Namespace
  tags: readonly Tag[]
}

/** A transaction whose work is done and which is still to be committed. */
export interface OpenTransaction {
  /** Runs what was put off until COMMIT, then gives the facts that the transaction announced. */
  announcedFacts(): Promise<OutboxRow[]>
  /**
   * @throws CommitUnknown when the answer did not come; any other error means that the database
   * has rolled the transaction back
   */
  commit(): Promise<void>
  /** Resolves when the database confirmed it; rejects otherwise. */
  rollback(): Promise<void>
}

/** What happens when the cache cannot be reached: nothing at all, or the change without it. */
export type Consistency = 'strict' | 'available'

/** Which event told of an outbox row, by the row's id. */
export type AppliedRows = ReadonlyMap<string, string>

export type CommitOutcome =
  | { kind: 'committed'; tags: readonly Tag[]; applied: AppliedRows }
  /** Committed, but the caches have not confirmed that they know. */
  | { kind: 'pending'; tags: readonly Tag[] }
  /** Rolled back: the cache could not be reached. */
  | { kind: 'refused' }

/**
 * Ends a transaction so that no reader is left with what it replaced: fence → COMMIT → bump.
 * Whatever happens, the transaction is ended.
 * @throws what `announcedFacts` and `commit` throw; after CommitUnknown the fence stands until the
 * relay has found out
 */
export async function commitAndInvalidate(
  tx: OpenTransaction,
  invalidation: Invalidation,
  consistency: Consistency,
): Promise<CommitOutcome> {
  const rows = await factsOf(tx)
  const tags = collapseTags(rows.flatMap((row) => row.tags))
  if (tags.length === 0) {
    await tx.commit()
    return { kind: 'committed', tags, applied: new Map() }
  }
  const fenceId = await reached(() => invalidation.fence(tags))
  if (fenceId === null && consistency === 'strict') {
    await tx.rollback()
    return { kind: 'refused' }
  }
  await commitOrLift(tx, invalidation, tags, fenceId)
  if (fenceId === null) return { kind: 'pending', tags }
  const events = await reached(() => invalidation.bump(tags, fenceId))
  return events
    ? { kind: 'committed', tags, applied: eventsOfRows(rows, events) }
    : { kind: 'pending', tags }
}

async function factsOf(tx: OpenTransaction): Promise<OutboxRow[]> {
  try {
    return await tx.announcedFacts()
  } catch (error) {
    // The connection is gone then, and the transaction with it: what went wrong first counts.
    await tx.rollback().catch(() => undefined)
    throw error
  }
}

/** Null when the cache does not answer; it has reported that itself. */
async function reached<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call()
  } catch {
    return null
  }
}

async function commitOrLift(
  tx: OpenTransaction,
  invalidation: Invalidation,
  tags: readonly Tag[],
  fenceId: string | null,
): Promise<void> {
  try {
    await tx.commit()
  } catch (error) {
    const rolledBack = !(error instanceof CommitUnknown)
    if (rolledBack && fenceId !== null) await reached(() => invalidation.lift(tags, fenceId))
    throw error
  }
}

/** A row without an event counts as not applied: the relay comes back to it. */
export function eventsOfRows(
  rows: readonly OutboxRow[],
  events: ReadonlyMap<Namespace, string>,
): Map<string, string> {
  const applied = new Map<string, string>()
  for (const { id, namespace } of rows) {
    const event = events.get(namespace)
    if (event) applied.set(id, event)
  }
  return applied
}
