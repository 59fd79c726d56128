import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment, updatedAt, version } from './columns'
import { users } from './users'

/** A tenant. Slugs never change, so that addresses stay valid; a rename changes the name. */
export const clientAccounts = pgTable('client_accounts', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  rawRowRetentionDays: integer('raw_row_retention_days').notNull().default(180),
  archivedAt: moment('archived_at'),
  version: version(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const engagements = pgTable(
  'engagements',
  {
    id: id(),
    clientAccountId: uuid('client_account_id')
      .notNull()
      .references(() => clientAccounts.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    archivedAt: moment('archived_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('engagements_slug').on(table.clientAccountId, table.slug),
    unique('engagements_id_client').on(table.id, table.clientAccountId),
  ],
)

/** Who may enter an engagement, and as what. `admin` is no membership: it belongs to the user. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    clientAccountId: uuid('client_account_id').notNull(),
    engagementId: uuid('engagement_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<'viewer' | 'analyst' | 'manager'>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('memberships_user_engagement').on(table.userId, table.engagementId),
    index('memberships_client').on(table.clientAccountId),
    foreignKey({
      name: 'memberships_engagement',
      columns: [table.engagementId, table.clientAccountId],
      foreignColumns: [engagements.id, engagements.clientAccountId],
    }).onDelete('cascade'),
    check('memberships_role', sql`${table.role} in ('viewer', 'analyst', 'manager')`),
  ],
)

/** Which client and engagement a person is taken to after signing in. */
export const userDefaults = pgTable(
  'user_defaults',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    clientAccountId: uuid('client_account_id').notNull(),
    engagementId: uuid('engagement_id').notNull(),
    version: version(),
    updatedAt: updatedAt(),
  },
  (table) => [
    foreignKey({
      name: 'user_defaults_engagement',
      columns: [table.engagementId, table.clientAccountId],
      foreignColumns: [engagements.id, engagements.clientAccountId],
    }).onDelete('cascade'),
  ],
)
