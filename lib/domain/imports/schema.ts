import * as z from 'zod'

/** Bytes of one part at most; the limit of a serverless request body is a little above it. */
export const maxPartBytes = 4 * 1024 * 1024
/** Parts of a file at most, so that the list of missing ones stays an answer. */
export const maxParts = 10_000
/** Bytes of a file at most: 1 GiB. */
export const maxFileBytes = 1024 ** 3

/** Types of the canonical model that a file without a type column can be imported as. */
export const assetTypes = [
  'server',
  'virtual_machine',
  'hypervisor_host',
  'container',
  'application',
  'database',
  'network_device',
  'storage',
  'cluster',
  'workstation',
  'mobile',
  'printer',
  'appliance',
  'service',
  'facility',
  'software',
  'other',
] as const

/** What a person chose instead of the detection. */
export const dialectSchema = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.string().length(1).optional(),
  quote: z.string().length(1).nullable().optional(),
  headerLine: z.number().int().positive().max(1000).optional(),
})

export const createImportSchema = z
  .object({
    name: z.string().trim().min(1).max(255),
    sizeBytes: z.number().int().nonnegative().max(maxFileBytes),
    partCount: z.number().int().positive().max(maxParts),
    partSize: z.number().int().positive().max(maxPartBytes),
    dialect: dialectSchema.optional(),
    assetType: z.enum(assetTypes).optional(),
  })
  .refine((file) => file.partCount === Math.max(1, Math.ceil(file.sizeBytes / file.partSize)), {
    path: ['partCount'],
    message: 'does not fit the size of the file and of its parts',
  })
export type CreateImport = z.infer<typeof createImportSchema>

export const importIdSchema = z.object({ importId: z.uuid() })
export type ImportId = z.infer<typeof importIdSchema>

/** A part's address; parts are counted from 0. */
export const partPathSchema = z.object({
  importId: z.uuid(),
  part: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
})

export const importStatuses = [
  'uploading',
  'received',
  'parsed',
  'completed',
  'failed',
  'deleted',
] as const
export type ImportStatus = (typeof importStatuses)[number]

/** In = created + merged + unchanged + rejected as soon as the flow is completed. */
export interface RowCounts {
  in: number
  created: number
  merged: number
  unchanged: number
  rejected: number
}

/** Columns with an approved attribute, and the names of those without. */
export interface ColumnCounts {
  mapped: number
  unmapped: string[]
}

/** One upload, as its page and the command line show it. Moments are ISO 8601 in UTC. */
export interface ImportView {
  importId: string
  flowId: string
  fileName: string
  sizeBytes: number
  status: ImportStatus
  partSize: number
  partCount: number
  /** Numbers from 0 of the parts that have arrived. */
  receivedParts: number[]
  partsParsed: number
  /** What was detected, or chosen; null before the first part is read. */
  dialect: Record<string, unknown> | null
  /** The header row as it came; empty before the first part is read. */
  headers: string[]
  /** Unique names of the columns, in the same order. */
  columnNames: string[]
  formatId: string | null
  grain: 'asset' | 'disk' | 'network_card' | 'partition' | null
  assetType: string | null
  rows: RowCounts
  columns: ColumnCounts
  /** Whether the rows as they came can still be looked at and mapped again. */
  rawRowsKept: boolean
  rawRowsKeptUntil: string
  createdBy: string
  createdAt: string
  version: number
}

/** One line of the list of imports. */
export interface ImportSummary {
  importId: string
  flowId: string
  fileName: string
  sizeBytes: number
  status: ImportStatus
  flowStatus: string
  flowPhase: string
  progress: { done: number; total: number }
  formatId: string | null
  grain: ImportView['grain']
  rows: RowCounts
  createdBy: string
  createdAt: string
}

export interface ImportPage {
  imports: ImportSummary[]
  /** The cursor of the next page; null on the last. */
  next: string | null
}

export const listImportsSchema = z.object({
  /** What the names of the files have in them. */
  q: z.string().trim().max(200).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type ListImports = z.infer<typeof listImportsSchema>

/** A row as it came, for looking at. */
export interface RawRowView {
  rowNumber: number
  lineNumber: number
  cells: string[]
  outcome: 'pending' | 'created' | 'merged' | 'unchanged' | 'rejected'
  assetId: string | null
  problems: { column: string | null; code: string; reason: string }[]
}
