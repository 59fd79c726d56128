import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { citext, createdAt, id, moment, updatedAt, version } from './columns'

export const users = pgTable(
  'users',
  {
    id: id(),
    email: citext('email').notNull().unique(),
    name: text('name').notNull(),
    /** An argon2id hash; null for people who only sign in with a provider. */
    passwordHash: text('password_hash'),
    isAdmin: boolean('is_admin').notNull().default(false),
    status: text('status').$type<'pending' | 'active' | 'disabled'>().notNull().default('pending'),
    /** Rises to end all sessions: the cookie carries the version it was made with. */
    sessionVersion: integer('session_version').notNull().default(1),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check('users_status', sql`${table.status} in ('pending', 'active', 'disabled')`)],
)

export const accessRequests = pgTable(
  'access_requests',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What the person wrote: which client or project they ask for. */
    message: text('message').notNull().default(''),
    status: text('status')
      .$type<'pending' | 'approved' | 'rejected'>()
      .notNull()
      .default('pending'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
    reason: text('reason'),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('access_requests_one_pending')
      .on(table.userId)
      .where(sql`${table.status} = 'pending'`),
    check('access_requests_status', sql`${table.status} in ('pending', 'approved', 'rejected')`),
  ],
)

/** One-time links to choose a new password. Only a digest of the token is kept. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenDigest: text('token_digest').notNull().unique(),
    /** The administrator who made the link; null when the person asked by e-mail. */
    createdBy: uuid('created_by').references(() => users.id),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: createdAt(),
  },
  (table) => [index('password_resets_user').on(table.userId)],
)
