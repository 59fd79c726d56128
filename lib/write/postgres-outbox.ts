import { sql } from 'drizzle-orm'
import type { AnnouncedFacts, Database, Transaction } from '@/db/client'
import type { AppliedRows } from './commit-protocol'
import type { Outbox } from './relay'

/** The outbox, and what keeps it short. */
export interface PostgresOutbox extends Outbox {
  /** Removes rows that were told of longer ago than anybody looks; returns how many. */
  removeOld(): Promise<number>
}

export interface OutboxSettings {
  db: Database
  /** Seconds for which rows are left to the writer that is about to tell of them itself. */
  leave?: number
}

type FactRow = AnnouncedFacts & Record<string, unknown>

/** The outbox in PostgreSQL; any login that may write may use it. */
export function createPostgresOutbox({ db, leave = 0 }: OutboxSettings): PostgresOutbox {
  return {
    drainBatch: (limit, work) =>
      db.transaction(null, async (tx) => {
        const { rows } = await tx.execute<FactRow>(sql`
          select id::text, namespace, tags from cache_outbox
           where applied_at is null
             and created_at <= now() - make_interval(secs => ${leave}::int)
           order by id limit ${limit}
             for update skip locked`)
        if (rows.length > 0) await mark(tx, await work(rows))
        return rows.length
      }),
    mark: (applied) => db.transaction(null, (tx) => mark(tx, applied)),
    async recentlyApplied() {
      const { rows } = await db.transaction(null, (tx) =>
        tx.execute<FactRow & { event_id: string }>(sql`
          select id::text, namespace, tags, event_id from cache_outbox
           where applied_at > now() - interval '1 hour' order by id`),
      )
      return rows.map(({ event_id: eventId, ...row }) => ({ row, eventId }))
    },
    async removeOld() {
      const { rowCount } = await db.transaction(null, (tx) =>
        tx.execute(sql`delete from cache_outbox where applied_at < now() - interval '2 hours'`),
      )
      return rowCount ?? 0
    },
  }
}

/** Rows are locked in one order, so that two who mark the same ones do not wait for each other. */
async function mark(tx: Transaction, applied: AppliedRows): Promise<void> {
  const rows = JSON.stringify([...applied].map(([id, event]) => ({ id, event })))
  await tx.execute(sql`
    with told as (
      select o.id, t.event from jsonb_to_recordset(${rows}::jsonb) as t(id bigint, event text)
        join cache_outbox o on o.id = t.id
       order by o.id for update of o
    )
    update cache_outbox set event_id = told.event, applied_at = now()
      from told where cache_outbox.id = told.id`)
}
