import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, moment, updatedAt, version } from './columns'
import { engagementColumns, engagementKey } from './engagement-columns'
import { dataImports } from './imports'
import { users } from './users'

export type PhaseName =
  | 'data_import'
  | 'attribute_mapping'
  | 'data_cleansing'
  | 'asset_inventory'
  | 'dependency_analysis'
  | 'assessment'

export type FlowStatus =
  | 'waiting_for_upload'
  | 'running'
  | 'waiting_for_approval'
  | 'paused'
  | 'failed'
  | 'cancelled'
  | 'completed'

export type PhaseStatus =
  | 'pending'
  | 'running'
  | 'waiting'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'not_available'

/** Why a flow stopped and what a person can do about it. */
export interface FlowFailure {
  code: string
  reason: string
  remedy: string
}

/** A phase's result is always an object with a status, never a bare word. */
export interface PhaseResult {
  status: 'completed' | 'failed' | 'waiting'
  [fact: string]: unknown
}

export const masterFlows = pgTable(
  'master_flows',
  {
    id: id(),
    ...engagementColumns(),
    kind: text('kind').$type<'discovery'>().notNull().default('discovery'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    engagementKey('master_flows', table),
    check('master_flows_kind', sql`${table.kind} in ('discovery')`),
  ],
)

/** What the screens read of a flow. Made with its master flow and its import, or not at all. */
export const discoveryFlows = pgTable(
  'discovery_flows',
  {
    id: id(),
    ...engagementColumns(),
    masterFlowId: uuid('master_flow_id')
      .notNull()
      .unique()
      .references(() => masterFlows.id, { onDelete: 'cascade' }),
    dataImportId: uuid('data_import_id')
      .notNull()
      .unique()
      .references(() => dataImports.id, { onDelete: 'cascade' }),
    phase: text('phase').$type<PhaseName>().notNull().default('data_import'),
    status: text('status').$type<FlowStatus>().notNull().default('waiting_for_upload'),
    /** Units of work of the present phase: parts while parsing, rows afterwards. */
    progressDone: integer('progress_done').notNull().default(0),
    progressTotal: integer('progress_total').notNull().default(0),
    heartbeatAt: moment('heartbeat_at'),
    failure: jsonb('failure').$type<FlowFailure>(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    finishedAt: moment('finished_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    engagementKey('discovery_flows', table),
    index('discovery_flows_newest').on(table.engagementId, table.createdAt),
    check(
      'discovery_flows_status',
      sql`${table.status} in ('waiting_for_upload', 'running', 'waiting_for_approval', 'paused', 'failed', 'cancelled', 'completed')`,
    ),
  ],
)

export const flowPhases = pgTable(
  'flow_phases',
  {
    flowId: uuid('flow_id')
      .notNull()
      .references(() => discoveryFlows.id, { onDelete: 'cascade' }),
    phase: text('phase').$type<PhaseName>().notNull(),
    ...engagementColumns(),
    status: text('status').$type<PhaseStatus>().notNull().default('pending'),
    /** Where the phase's next step goes on; its shape is the executor's own. */
    cursor: jsonb('cursor').$type<Record<string, unknown>>(),
    result: jsonb('result').$type<PhaseResult>(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.flowId, table.phase] }),
    engagementKey('flow_phases', table),
    check(
      'flow_phases_status',
      sql`${table.status} in ('pending', 'running', 'waiting', 'completed', 'failed', 'cancelled', 'not_available')`,
    ),
  ],
)

/** Every change of a phase's status, by whom and when. */
export const flowPhaseHistory = pgTable(
  'flow_phase_history',
  {
    id: id(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => discoveryFlows.id, { onDelete: 'cascade' }),
    phase: text('phase').$type<PhaseName>().notNull(),
    ...engagementColumns(),
    fromStatus: text('from_status').$type<PhaseStatus>(),
    toStatus: text('to_status').$type<PhaseStatus>().notNull(),
    actorId: uuid('actor_id').references(() => users.id),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    engagementKey('flow_phase_history', table),
    index('flow_phase_history_flow').on(table.flowId, table.id),
  ],
)

/**
 * Work to be driven: one row per flow. Holds ids only and has no row level security, because it is
 * claimed across client accounts.
 */
export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    clientAccountId: uuid('client_account_id').notNull(),
    engagementId: uuid('engagement_id').notNull(),
    flowId: uuid('flow_id')
      .notNull()
      .references(() => discoveryFlows.id, { onDelete: 'cascade' }),
    /** The person as whom the steps act. */
    actingUserId: uuid('acting_user_id').notNull(),
    status: text('status').$type<'ready' | 'idle'>().notNull().default('idle'),
    runAt: moment('run_at').notNull().defaultNow(),
    leaseToken: uuid('lease_token'),
    leaseUntil: moment('lease_until'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('jobs_flow').on(table.flowId),
    index('jobs_due').on(table.runAt).where(sql`${table.status} = 'ready'`),
    check('jobs_status', sql`${table.status} in ('ready', 'idle')`),
  ],
)
