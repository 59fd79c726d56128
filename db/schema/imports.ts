import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
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
import { bytea, createdAt, id, moment, updatedAt, version } from './columns'
import { engagementColumns, engagementKey } from './engagement-columns'
import { users } from './users'

export type ImportStatus = 'uploading' | 'received' | 'parsed' | 'completed' | 'failed' | 'deleted'
export type RowOutcome = 'pending' | 'created' | 'merged' | 'unchanged' | 'rejected'

/** A problem of one row, in words; `column` is the source's header, null for the whole row. */
export interface RowProblem {
  column: string | null
  code: string
  reason: string
}

/** One upload of one file. */
export const dataImports = pgTable(
  'data_imports',
  {
    id: id(),
    ...engagementColumns(),
    fileName: text('file_name').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    partSize: integer('part_size').notNull(),
    partCount: integer('part_count').notNull(),
    status: text('status').$type<ImportStatus>().notNull().default('uploading'),
    /** Encoding, delimiter and quote: what the person chose, then what was detected. */
    dialect: jsonb('dialect').$type<Record<string, unknown>>(),
    /** The decoder's state and its unfinished record after the last parsed part. */
    decoderState: jsonb('decoder_state'),
    partsParsed: integer('parts_parsed').notNull().default(0),
    /** The file's headers in order, as they came. */
    headers: text('headers').array(),
    formatId: text('format_id'),
    grain: text('grain').$type<'asset' | 'disk' | 'network_card' | 'partition'>(),
    /** Chosen at import, else the format's; null when a column tells. */
    assetType: text('asset_type'),
    rowCount: integer('row_count').notNull().default(0),
    createdCount: integer('created_count').notNull().default(0),
    mergedCount: integer('merged_count').notNull().default(0),
    unchangedCount: integer('unchanged_count').notNull().default(0),
    rejectedCount: integer('rejected_count').notNull().default(0),
    rawRowsKeptUntil: moment('raw_rows_kept_until').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    engagementKey('data_imports', table),
    unique('data_imports_place').on(table.id, table.engagementId, table.clientAccountId),
    index('data_imports_newest').on(table.engagementId, table.createdAt),
    check(
      'data_imports_status',
      sql`${table.status} in ('uploading', 'received', 'parsed', 'completed', 'failed', 'deleted')`,
    ),
  ],
)

/** The bytes of an upload, kept until they are parsed. */
export const uploadParts = pgTable(
  'upload_parts',
  {
    dataImportId: uuid('data_import_id')
      .notNull()
      .references(() => dataImports.id, { onDelete: 'cascade' }),
    partNumber: integer('part_number').notNull(),
    ...engagementColumns(),
    sha256: text('sha256').notNull(),
    bytes: bytea('bytes').notNull(),
    receivedAt: moment('received_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.dataImportId, table.partNumber] }),
    engagementKey('upload_parts', table),
  ],
)

/** The records of a file as they came, so that a mapping can change later and be replayed. */
export const rawRows = pgTable(
  'raw_rows',
  {
    dataImportId: uuid('data_import_id').notNull(),
    /** From 1; the header is not counted. */
    rowNumber: integer('row_number').notNull(),
    ...engagementColumns(),
    /** The line of the file on which the record begins, from 1. */
    lineNumber: integer('line_number').notNull(),
    /** Texts in the order of the columns; read and written whole, so it stays the text it came as. */
    cells: json('cells').$type<string[]>().notNull(),
    outcome: text('outcome').$type<RowOutcome>().notNull().default('pending'),
    assetId: uuid('asset_id'),
    problems: jsonb('problems').$type<RowProblem[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.dataImportId, table.rowNumber] }),
    // One key and not two: each is looked up for every row of a file.
    foreignKey({
      name: 'raw_rows_place',
      columns: [table.dataImportId, table.engagementId, table.clientAccountId],
      foreignColumns: [dataImports.id, dataImports.engagementId, dataImports.clientAccountId],
    }).onDelete('cascade'),
    index('raw_rows_rejected')
      .on(table.dataImportId, table.rowNumber)
      .where(sql`${table.outcome} = 'rejected'`),
    check(
      'raw_rows_outcome',
      sql`${table.outcome} in ('pending', 'created', 'merged', 'unchanged', 'rejected')`,
    ),
  ],
)
