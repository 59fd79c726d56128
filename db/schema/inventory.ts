import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
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

export type AttributeValue = string | number | boolean | string[]

/** A value as a source gave it: converted, as it came, and in which unit it came. */
export interface SourcedValue {
  /** Null where a correction clears what the imports say. */
  value: AttributeValue | null
  raw: string
  unit?: string
}

/** One machine, application, database or device of the inventory. */
export const assets = pgTable(
  'assets',
  {
    id: id(),
    ...engagementColumns(),
    assetType: text('asset_type').notNull(),
    name: text('name').notNull(),
    /** The name for comparing and sorting: trimmed, lower case. */
    nameKey: text('name_key').notNull(),
    environment: text('environment'),
    osFamily: text('os_family'),
    osName: text('os_name'),
    powerState: text('power_state'),
    cpuCount: integer('cpu_count'),
    memoryMib: doublePrecision('memory_mib'),
    /** GiB. */
    diskTotalGib: doublePrecision('disk_total_gib'),
    /** All canonical attributes of the asset, derived from its sources. */
    attributes: jsonb('attributes').$type<Record<string, AttributeValue>>().notNull(),
    /**
     * What the search looks through, lower case. It has no trigram index: LIKE is not leakproof, so
     * under row level security PostgreSQL would never use one, and an import would pay for it.
     */
    searchText: text('search_text').notNull(),
    openIssueCount: integer('open_issue_count').notNull().default(0),
    /** Whether a source was joined by a weak key, so that a person may want to split it. */
    weaklyMatched: boolean('weakly_matched').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    engagementKey('assets', table),
    unique('assets_place').on(table.id, table.engagementId, table.clientAccountId),
    index('assets_by_name').on(table.engagementId, table.nameKey, table.id),
    index('assets_by_type_name').on(table.engagementId, table.assetType, table.nameKey, table.id),
    index('assets_by_cpu').on(table.engagementId, table.cpuCount, table.id),
    index('assets_by_memory').on(table.engagementId, table.memoryMib, table.id),
    index('assets_by_storage').on(table.engagementId, table.diskTotalGib, table.id),
  ],
)

/**
 * A row's asset is one of the row's own engagement and client account. One key and not two, since
 * an import writes some such rows for each of its own and every key is looked up for each of them.
 */
const assetKey = (
  tableName: string,
  table: { assetId: AnyPgColumn; engagementId: AnyPgColumn; clientAccountId: AnyPgColumn },
) =>
  foreignKey({
    name: `${tableName}_place`,
    columns: [table.assetId, table.engagementId, table.clientAccountId],
    foreignColumns: [assets.id, assets.engagementId, assets.clientAccountId],
  }).onDelete('cascade')

/**
 * Where a row looks for its asset: a short digest of each key that sources of the asset have. It is
 * only a hint, since two keys may share a digest: the sources that it leads to decide. So nothing
 * depends on a row that is left over, and none is checked against its asset, which would cost an
 * import more than writing it. See `lookupsOf`.
 */
export const assetKeys = pgTable(
  'asset_keys',
  {
    ...engagementColumns(),
    /** Of engagement, kind and value. */
    digest: bigint('digest', { mode: 'number' }).notNull(),
    assetId: uuid('asset_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.digest, table.assetId] }),
    index('asset_keys_asset').on(table.assetId),
  ],
)

/** What one row of one import, or one correction by a person, says about an asset. */
export const assetSources = pgTable(
  'asset_sources',
  {
    id: id(),
    ...engagementColumns(),
    assetId: uuid('asset_id').notNull(),
    kind: text('kind').$type<'import' | 'correction'>().notNull(),
    dataImportId: uuid('data_import_id').references(() => dataImports.id, {
      onDelete: 'set null',
    }),
    rowNumber: integer('row_number'),
    /** The format, else the file's set of headers: rows of one source replace their elders. */
    sourceKey: text('source_key').notNull(),
    sourceName: text('source_name').notNull(),
    /** Read and written whole, so it stays the text that it came as. */
    values: json('values').$type<Record<string, SourcedValue>>().notNull(),
    /** Of the values, so that the same row again is known to change nothing. */
    digest: text('digest').notNull(),
    /** The kind of key that found the asset; null where the row created it. */
    matchedBy: text('matched_by'),
    weak: boolean('weak').notNull().default(false),
    /** Who corrected. Who imported is said by the import. */
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    assetKey('asset_sources', table),
    index('asset_sources_asset').on(table.assetId, table.id),
    index('asset_sources_import').on(table.dataImportId, table.rowNumber),
    check('asset_sources_kind', sql`${table.kind} in ('import', 'correction')`),
  ],
)

/** What disks, network cards and partitions have in common: they hang under their machine. */
const componentColumns = () => ({
  id: id(),
  ...engagementColumns(),
  assetId: uuid('asset_id')
    .notNull()
    .references(() => assets.id, { onDelete: 'cascade' }),
  /** What tells it from its siblings: a disk's name, a card's label, a partition's path. */
  label: text('label').notNull(),
  labelKey: text('label_key').notNull(),
  values: jsonb('values').$type<Record<string, SourcedValue>>().notNull(),
  digest: text('digest').notNull(),
  dataImportId: uuid('data_import_id').references(() => dataImports.id, { onDelete: 'set null' }),
  rowNumber: integer('row_number'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const assetDisks = pgTable(
  'asset_disks',
  { ...componentColumns(), sizeGib: doublePrecision('size_gib') },
  (table) => [
    engagementKey('asset_disks', table),
    unique('asset_disks_label').on(table.assetId, table.labelKey),
  ],
)

export const assetNetworkCards = pgTable(
  'asset_network_cards',
  {
    ...componentColumns(),
    macAddress: text('mac_address'),
    ipAddresses: text('ip_addresses').array(),
  },
  (table) => [
    engagementKey('asset_network_cards', table),
    unique('asset_network_cards_label').on(table.assetId, table.labelKey),
  ],
)

export const assetPartitions = pgTable(
  'asset_partitions',
  {
    ...componentColumns(),
    capacityGib: doublePrecision('capacity_gib'),
    freeGib: doublePrecision('free_gib'),
  },
  (table) => [
    engagementKey('asset_partitions', table),
    unique('asset_partitions_label').on(table.assetId, table.labelKey),
  ],
)

/** Something missing or doubtful. Found on a row, bound to the asset as soon as there is one. */
export const assetIssues = pgTable(
  'asset_issues',
  {
    id: id(),
    ...engagementColumns(),
    dataImportId: uuid('data_import_id').references(() => dataImports.id, {
      onDelete: 'cascade',
    }),
    rowNumber: integer('row_number'),
    assetId: uuid('asset_id').references(() => assets.id, { onDelete: 'cascade' }),
    rule: text('rule').notNull(),
    attribute: text('attribute'),
    value: text('value'),
    /** What the rule would write instead; null clears the value. */
    proposed: text('proposed'),
    /** Whether there is a fix to accept at all. */
    fixable: boolean('fixable').notNull(),
    reason: text('reason').notNull(),
    state: text('state')
      .$type<'open' | 'accepted' | 'skipped' | 'resolved'>()
      .notNull()
      .default('open'),
    /** Says what the issue is about, so that finding it twice keeps one. */
    issueKey: text('issue_key').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    engagementKey('asset_issues', table),
    unique('asset_issues_key').on(table.engagementId, table.issueKey),
    index('asset_issues_rule').on(table.engagementId, table.state, table.rule, table.id),
    index('asset_issues_asset').on(table.assetId),
    index('asset_issues_row').on(table.dataImportId, table.rowNumber),
    check('asset_issues_state', sql`${table.state} in ('open', 'accepted', 'skipped', 'resolved')`),
  ],
)
