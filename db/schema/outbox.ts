import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, moment, xid8 } from './columns'

/**
 * What changed, for the caches: one row per statement and namespace, written by triggers in the
 * transaction of the change. Holds no values and has no row level security, because it is told
 * across client accounts.
 */
export const cacheOutbox = pgTable(
  'cache_outbox',
  {
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The transaction that wrote the row; it finds its own by this. */
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    namespace: text('namespace').notNull(),
    tags: text('tags').array().notNull(),
    /** The event by which the caches were told. */
    eventId: text('event_id'),
    appliedAt: moment('applied_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('cache_outbox_own').on(table.xid),
    index('cache_outbox_untold').on(table.id).where(sql`${table.appliedAt} is null`),
    index('cache_outbox_told').on(table.appliedAt),
  ],
)
