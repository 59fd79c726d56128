import * as z from 'zod'

export const attributeGroups = [
  'identity',
  'status',
  'business',
  'application',
  'location',
  'platform',
  'compute',
  'storage',
  'network',
  'utilisation',
  'database',
  'dependency',
  'cloud',
  'migration',
  'finance',
  'metadata',
  'resilience',
] as const

export const valueTypes = [
  'string',
  'text',
  'hostname',
  'fqdn',
  'url',
  'ref',
  'uuid',
  'mac',
  'ip',
  'ip|list<ip>',
  'enum',
  'boolean',
  'integer',
  'decimal',
  'date',
  'datetime',
  'list<string>',
  'list<ip>',
  'list<int>',
] as const

export type AttributeGroup = (typeof attributeGroups)[number]
export type ValueType = (typeof valueTypes)[number]

/** One attribute of the canonical model, to which columns of any source are mapped. */
export interface CanonicalAttribute {
  name: string
  /** The name in words, for people. */
  label: string
  group: AttributeGroup
  type: ValueType
  /** The unit in which values are kept; null where the attribute has none. */
  unit: string | null
  /** The allowed values of an `enum`, else null. */
  enumValues: readonly string[] | null
  /** Asset types that are not complete without it; `*` means every type. */
  requiredFor: readonly string[]
  description: string
}

/** What one row of a format is. */
export const grainSchema = z.enum(['asset', 'disk', 'network_card', 'partition'])
export type Grain = z.infer<typeof grainSchema>

const columnReferenceSchema = z.object({ attribute: z.string(), column: z.string() })

/** A known export: what its columns mean, and what its rows are. */
export const importFormatSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Formats of one product; they share words. */
  family: z.string(),
  /** Where the vocabulary was published. */
  source: z.string(),
  grain: grainSchema,
  /** The type of every row's asset; null when a column or the person tells. */
  assetType: z.string().nullable(),
  /** Groups of headers; a file that has one whole group may be of this format. */
  signature: z.array(z.array(z.string()).min(1)).min(1),
  required: z.array(z.string()),
  /** Whether the source means 1,024 where it writes MB and GB. */
  binaryUnits: z.boolean(),
  /** Units of columns, by header. */
  units: z.record(z.string(), z.string()),
  /** Order in which columns feed the same attribute, 0 first; the next fills what is empty. */
  priorities: z.record(z.string(), z.number()).default({}),
  /** Header → attribute; null where a column is known and not kept. */
  headers: z.record(z.string(), z.string().nullable()),
  /** Further columns of the product that its published vocabulary does not list. */
  alsoKnown: z.record(z.string(), z.string().nullable()).default({}),
  /** For smaller grains: how a row finds its asset. */
  parent: columnReferenceSchema.optional(),
  /** For smaller grains: what tells a row from its siblings. */
  childKey: columnReferenceSchema.optional(),
  /** For smaller grains: the columns that repeat the asset's own values. */
  parentColumns: z.array(z.string()).optional(),
})
export type ImportFormat = z.infer<typeof importFormatSchema>

export const patternTypeSchema = z.enum(['header_approved', 'header_rejected'])
export const patternScopeSchema = z.enum(['global', 'client', 'engagement'])

/** What was learned from an approval or a rejection. */
export const patternSchema = z.object({
  /** As `normaliseHeader` writes it. */
  header: z.string(),
  /**
   * The attribute approved or rejected for the header. Null: approved means "leave it unmapped",
   * rejected means that every suggestion was turned down.
   */
  attribute: z.string().nullable(),
  patternType: patternTypeSchema,
  scope: patternScopeSchema,
  evidenceCount: z.number().int().min(1),
  formatId: z.string().nullish(),
})
export type Pattern = z.infer<typeof patternSchema>

export interface SourceColumn {
  index: number
  header: string
  /** Some of the column's values as they came; a few dozen are enough. */
  samples: readonly string[]
}

export const alternativeSchema = z.object({ attribute: z.string(), confidence: z.number() })

/** What the engine says about one column. */
export const suggestionSchema = z.object({
  columnIndex: z.number().int(),
  header: z.string(),
  /** Null while nothing fits well enough. */
  attribute: z.string().nullable(),
  /** The chance, from 0 to 1, that the attribute is right; 0 without one. */
  confidence: z.number().min(0).max(1),
  /** Words for people, the strongest first. */
  reasons: z.array(z.string()),
  state: z.enum(['auto_mapped', 'needs_review']),
  /** The unit in which the column's bare numbers are read. */
  sourceUnit: z.string().nullable(),
  /** The unit in which the attribute is kept. */
  targetUnit: z.string().nullable(),
  alternatives: z.array(alternativeSchema),
  /** Order among the columns that feed the same attribute, 0 first. */
  priority: z.number().int().min(0),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export type CanonicalValue = string | number | boolean | string[] | null

export interface ConversionProblem {
  code:
    | 'not_a_number'
    | 'not_whole'
    | 'not_a_boolean'
    | 'not_a_date'
    | 'ambiguous_date'
    | 'not_an_address'
    | 'not_a_mac_address'
    | 'not_a_uuid'
    | 'not_a_host_name'
    | 'not_a_url'
    | 'not_an_allowed_value'
    | 'unknown_unit'
    | 'unknown_attribute'
  /** In words for people. */
  reason: string
}

export type Conversion =
  | { ok: true; value: CanonicalValue; unit?: string }
  | { ok: false; problem: ConversionProblem }
