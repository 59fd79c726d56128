import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'

/** Who did what to which thing. Rows are only ever added; names stay when the thing is gone. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    at: moment('at').notNull().defaultNow(),
    /** Null for what concerns the platform and no client account. */
    clientAccountId: uuid('client_account_id'),
    engagementId: uuid('engagement_id'),
    actorId: uuid('actor_id'),
    /** A verb and a noun, such as `mapping.approved`. */
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
  },
  (table) => [
    index('audit_log_newest').on(table.clientAccountId, table.id),
    index('audit_log_actor').on(table.actorId, table.id),
    index('audit_log_action').on(table.action, table.id),
    index('audit_log_subject').on(table.subjectType, table.subjectId),
  ],
)
