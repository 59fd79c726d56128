import * as z from 'zod'
import { seenVersionSchema } from '@/lib/base/seen-version'

export const mappingStates = ['auto_mapped', 'needs_review', 'approved', 'rejected'] as const
export type MappingState = (typeof mappingStates)[number]

const filterSchema = z.object({
  state: z.enum(['auto_mapped', 'needs_review']).optional(),
  /** From 0 to 1: only mappings at least so sure. */
  minConfidence: z.coerce.number().min(0).max(1).optional(),
})

/** A column in the state that the person saw. */
const seenColumnSchema = z.object({ mappingId: z.uuid(), version: z.number().int().positive() })
const seenColumnsSchema = z.array(seenColumnSchema).min(1).max(2000)
export type SeenColumn = z.infer<typeof seenColumnSchema>

/**
 * Which undecided mappings a bulk decision is about: all, chosen ones (`columns` only in the state
 * that was seen), or those of a filter.
 */
export const chosenMappingsSchema = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ columns: seenColumnsSchema }),
  z.object({ ids: z.array(z.uuid()).min(1).max(2000) }),
  z.object({ filter: filterSchema }),
])

export const decideMappingsSchema = z.object({ flowId: z.uuid(), which: chosenMappingsSchema })
export type DecideMappings = z.infer<typeof decideMappingsSchema>

/** Decisions to take back: columns in the state that the decisions left. */
export const undoMappingsSchema = z.object({ flowId: z.uuid(), columns: seenColumnsSchema })
export const undoneColumnsSchema = undoMappingsSchema.pick({ columns: true })
export type UndoMappings = z.infer<typeof undoMappingsSchema>

/** Where a person is in the mapping: at a column, or at none. `here` is false when they leave. */
export const presenceSchema = z.object({
  mappingId: z.uuid().nullable().default(null),
  here: z.boolean().default(true),
})

/** A person who has the mapping open, and the column that they are at. */
export interface PersonHere {
  userId: string
  name: string
  mappingId: string | null
}

/** Another attribute for a column, or none; approves it. `version` is what the person saw. */
export const changeMappingSchema = z.object({
  flowId: z.uuid(),
  mappingId: z.uuid(),
  attribute: z.string().min(1).max(100).nullable(),
  version: seenVersionSchema,
})
export const mappingPathSchema = changeMappingSchema.pick({ flowId: true, mappingId: true })
export const mappingChangeSchema = changeMappingSchema.pick({ attribute: true, version: true })
export type ChangeMapping = z.infer<typeof changeMappingSchema>

/** A chosen column that was left as it is, because somebody had decided about it meanwhile. */
export interface PassedOver {
  mappingId: string
  /** The name of who did; null where nobody is known. */
  by: string | null
}

/** What a decision did. */
export interface MappingsDecided {
  flowId: string
  decided: number
  passedOver: PassedOver[]
  /** Columns with an attribute that still wait for a decision. */
  undecided: number
  /** Whether the flow goes on now. */
  continues: boolean
}

/** What another attribute for a column did; the version is that of the column now. */
export interface MappingChanged extends MappingsDecided {
  version: number
}

/** One column of the file. Moments are ISO 8601 in UTC. */
export interface MappingView {
  mappingId: string
  /** The column's place in the file, from 0. */
  position: number
  header: string
  /** The canonical attribute; null while the column is left out. */
  attribute: string | null
  /** From 0 to 1. */
  confidence: number
  reasons: string[]
  alternatives: { attribute: string; confidence: number }[]
  samples: string[]
  sourceUnit: string | null
  targetUnit: string | null
  state: MappingState
  decidedBy: string | null
  decidedAt: string | null
  version: number
}

/** How the columns stand; `unmapped` are left out, whatever their state. Adds up to all columns. */
export interface MappingStatistics {
  autoMapped: number
  needsReview: number
  approved: number
  unmapped: number
}

/** An attribute that a column can be mapped to. */
export interface AttributeChoice {
  name: string
  /** The name in words. */
  label: string
  group: string
  unit: string | null
  description: string
}

/** All that the mapping page shows. */
export interface MappingPage {
  flowId: string
  importId: string
  fileName: string
  formatId: string | null
  formatTitle: string | null
  rowCount: number
  columns: MappingView[]
  statistics: MappingStatistics
  /** Whether nothing approved or suggested says which asset a row is about. */
  identityMissing: boolean
  /** Whether the flow waits here, so that decisions are possible. */
  open: boolean
  attributes: AttributeChoice[]
}
