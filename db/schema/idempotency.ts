import { sql } from 'drizzle-orm'
import { index, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, xid8 } from './columns'
import { engagementColumns, engagementKey } from './engagement-columns'
import { users } from './users'

/**
 * Writes that were named by who sent them, and what they led to. A row is written in the transaction
 * of its write: it is there exactly when the write is. Kept for a day.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    ...engagementColumns(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Method and path. */
    address: text('address').notNull(),
    key: text('key').notNull(),
    /** Of what was sent, so that another write under the same name is noticed. */
    bodyDigest: text('body_digest').notNull(),
    /** As it was, down to the order of its names. */
    answer: json('answer'),
    /** The transaction, by which its announcements are found. */
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.clientAccountId, table.userId, table.address, table.key] }),
    engagementKey('idempotency_keys', table),
    index('idempotency_keys_spent').on(table.expiresAt),
  ],
)
