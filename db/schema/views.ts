import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment, updatedAt, version } from './columns'
import { engagementColumns, engagementKey } from './engagement-columns'
import { users } from './users'

/** Filters and order of a list under a name, kept by a person for themselves or for everybody. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    ...engagementColumns(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The list that it is a view of. */
    screen: text('screen').$type<'inventory' | 'issues'>().notNull(),
    name: text('name').notNull(),
    /** What the address says after its question mark, in one order. */
    query: text('query').notNull(),
    /** Whether every member of the engagement is shown it. */
    shared: boolean('shared').notNull().default(false),
    /** A removed one can be taken back for a while. */
    removedAt: moment('removed_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    engagementKey('saved_views', table),
    uniqueIndex('saved_views_own_name')
      .on(table.engagementId, table.screen, table.ownerId, sql`lower(${table.name})`)
      .where(sql`not ${table.shared} and ${table.removedAt} is null`),
    uniqueIndex('saved_views_shared_name')
      .on(table.engagementId, table.screen, sql`lower(${table.name})`)
      .where(sql`${table.shared} and ${table.removedAt} is null`),
    check('saved_views_screen', sql`${table.screen} in ('inventory', 'issues')`),
  ],
)
