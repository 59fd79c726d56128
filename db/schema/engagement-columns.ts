import { type AnyPgColumn, foreignKey, uuid } from 'drizzle-orm/pg-core'
import { engagements } from './tenancy'

/** The tenant and engagement of a row; row level security looks at the first. */
export const engagementColumns = () => ({
  clientAccountId: uuid('client_account_id').notNull(),
  engagementId: uuid('engagement_id').notNull(),
})

/** A row's engagement belongs to the row's client account, whatever code wrote it. */
export const engagementKey = (
  tableName: string,
  table: { engagementId: AnyPgColumn; clientAccountId: AnyPgColumn },
) =>
  foreignKey({
    name: `${tableName}_engagement`,
    columns: [table.engagementId, table.clientAccountId],
    foreignColumns: [engagements.id, engagements.clientAccountId],
  }).onDelete('cascade')
