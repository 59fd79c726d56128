import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns'
import { users } from './users'

/** How far somebody has used up what they may do in a while; gone as soon as it is all theirs again. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    /** The rule's name and a digest of whom it is about: the table names nobody. */
    key: text('key').primaryKey(),
    /** When nothing of it would be used up any more. */
    freeAt: moment('free_at').notNull(),
  },
  (table) => [index('rate_limits_free').on(table.freeAt)],
)

/** Sessions that their person ended by signing out, for as long as their cookie would hold. */
export const endedSessions = pgTable(
  'ended_sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('ended_sessions_user').on(table.userId),
    index('ended_sessions_expiry').on(table.expiresAt),
  ],
)
