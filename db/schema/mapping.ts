import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, moment, updatedAt, version } from './columns'
import { engagementColumns, engagementKey } from './engagement-columns'
import { discoveryFlows } from './flows'
import { dataImports } from './imports'
import { clientAccounts } from './tenancy'
import { users } from './users'

export type MappingState = 'auto_mapped' | 'needs_review' | 'approved' | 'rejected'

/** What was learned from one column, or forgotten because of it; the header is normalised. */
export interface ColumnLesson {
  header: string
  attribute: string
  type: 'header_approved' | 'header_rejected'
  evidence: number
}

/** A column as it stood before its newest decision, and what that decision taught. */
export interface ReplacedMapping {
  state: MappingState
  attribute: string | null
  confidence: number
  reasons: string[]
  sourceUnit: string | null
  targetUnit: string | null
  decidedBy: string | null
  decidedAt: string | null
  taught: ColumnLesson[]
  forgotten: ColumnLesson[]
}

/** Source column → canonical attribute, with what speaks for it. */
export const fieldMappings = pgTable(
  'field_mappings',
  {
    id: id(),
    ...engagementColumns(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => discoveryFlows.id, { onDelete: 'cascade' }),
    dataImportId: uuid('data_import_id')
      .notNull()
      .references(() => dataImports.id, { onDelete: 'cascade' }),
    /** The column's place in the file, from 0. */
    position: integer('position').notNull(),
    header: text('header').notNull(),
    /** The canonical attribute; null while the column is not mapped. */
    attribute: text('attribute'),
    /** From 0 to 1. */
    confidence: real('confidence').notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    alternatives: jsonb('alternatives')
      .$type<{ attribute: string; confidence: number }[]>()
      .notNull(),
    samples: text('samples').array().notNull(),
    sourceUnit: text('source_unit'),
    targetUnit: text('target_unit'),
    state: text('state').$type<MappingState>().notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
    /** Where an undo leads back to; null while there is nothing to undo. */
    replaced: jsonb('replaced').$type<ReplacedMapping>(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    engagementKey('field_mappings', table),
    unique('field_mappings_column').on(table.dataImportId, table.position),
    index('field_mappings_flow').on(table.flowId, table.position),
    check(
      'field_mappings_state',
      sql`${table.state} in ('auto_mapped', 'needs_review', 'approved', 'rejected')`,
    ),
  ],
)

/**
 * What was learned from an approval or a rejection. Without an engagement it holds for the client;
 * without a client for everybody, which only an administrator can decide.
 */
export const patterns = pgTable(
  'patterns',
  {
    id: id(),
    clientAccountId: uuid('client_account_id').references(() => clientAccounts.id, {
      onDelete: 'cascade',
    }),
    engagementId: uuid('engagement_id'),
    patternType: text('pattern_type').$type<'header_approved' | 'header_rejected'>().notNull(),
    /** The normalised header. */
    header: text('header').notNull(),
    /** The attribute approved for the header, or rejected for it. */
    attribute: text('attribute').notNull(),
    formatId: text('format_id'),
    evidenceCount: integer('evidence_count').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    engagementKey('patterns', table),
    unique('patterns_lesson')
      .on(
        table.clientAccountId,
        table.engagementId,
        table.patternType,
        table.header,
        table.attribute,
        table.formatId,
      )
      .nullsNotDistinct(),
    check('patterns_type', sql`${table.patternType} in ('header_approved', 'header_rejected')`),
    check(
      'patterns_scope',
      sql`${table.engagementId} is null or ${table.clientAccountId} is not null`,
    ),
  ],
)
