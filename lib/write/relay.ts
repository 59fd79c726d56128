import type { Namespace } from '@/lib/base/tag'
import type { Invalidation } from '@/lib/cache/invalidation'
import { collapseTags } from './collapse-tags'
import { type AppliedRows, eventsOfRows, type OutboxRow } from './commit-protocol'

/** The committed facts, and which of them the caches have been told. */
export interface Outbox {
  /**
   * Hands rows that nobody was told of, and that nobody else is working on, to `work`, and marks
   * what it returns: one transaction, so rows stay locked until they are marked.
   * @returns rows handed over
   */
  drainBatch(limit: number, work: (rows: OutboxRow[]) => Promise<AppliedRows>): Promise<number>
  /** Notes by which event rows were told of. */
  mark(applied: AppliedRows): Promise<void>
  /** The rows that were told of in the last hour. */
  recentlyApplied(): Promise<AppliedRow[]>
}

export interface AppliedRow {
  row: OutboxRow
  eventId: string
}

/** What the caches say they were told. */
export interface EventLog {
  /** Which of these events the namespace's stream still has. */
  present(namespace: Namespace, eventIds: readonly string[]): Promise<ReadonlySet<string>>
}

const rowsAtOnce = 100
const eventsAtOnce = 1000

/**
 * Tells the caches of every committed fact that they were not told of. Any number may run at once.
 * @returns rows told of
 * @throws when the cache or the database does not answer; what was told of so far stays marked
 */
export async function relay(
  outbox: Outbox,
  invalidation: Invalidation,
  limit = rowsAtOnce,
): Promise<number> {
  let told = 0
  for (;;) {
    const rows = await outbox.drainBatch(limit, (batch) => tell(invalidation, batch))
    told += rows
    if (rows < limit) return told
  }
}

/**
 * Tells again what the cache lost: facts of the last hour whose event is no longer there.
 * @returns rows told of again
 */
export async function auditEvents(
  outbox: Outbox,
  invalidation: Invalidation,
  events: EventLog,
): Promise<number> {
  const lost: OutboxRow[] = []
  for (const [namespace, applied] of byNamespace(await outbox.recentlyApplied())) {
    for (const group of inGroups(applied, eventsAtOnce)) {
      const ids = [...new Set(group.map(({ eventId }) => eventId))]
      const present = await events.present(namespace, ids)
      lost.push(...group.filter(({ eventId }) => !present.has(eventId)).map(({ row }) => row))
    }
  }
  for (const rows of inGroups(lost, rowsAtOnce)) {
    await outbox.mark(await tell(invalidation, rows))
  }
  return lost.length
}

async function tell(invalidation: Invalidation, rows: readonly OutboxRow[]): Promise<AppliedRows> {
  const events = await invalidation.bump(collapseTags(rows.flatMap(({ tags }) => tags)))
  const applied = eventsOfRows(rows, events)
  // Rows that stay as they are would be handed over again without end.
  if (applied.size < rows.length) throw new Error('The cache named no event for some facts')
  return applied
}

function byNamespace(applied: readonly AppliedRow[]): Map<Namespace, AppliedRow[]> {
  const groups = new Map<Namespace, AppliedRow[]>()
  for (const one of applied) {
    const group = groups.get(one.row.namespace)
    if (group) group.push(one)
    else groups.set(one.row.namespace, [one])
  }
  return groups
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size))
}
