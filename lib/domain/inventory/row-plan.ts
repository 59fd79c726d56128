import { createHash } from 'node:crypto'
import { ownColumnName } from '@/lib/delimited/header'
import { attributeByName } from '../mapping/catalogue/attributes'
import { formatById } from '../mapping/catalogue/formats'
import type { Conventions } from '../mapping/convert/conventions'
import { detectConventions } from '../mapping/convert/conventions'
import { normaliseHeader } from '../mapping/header/normalise'
import type { Grain } from '../mapping/schema'
import { ownIdColumn } from './schema'

/** One mapped column of a file. */
export interface PlannedColumn {
  /** The column's place in the file, from 0. */
  position: number
  header: string
  attribute: string
  /** The unit in which the column's bare numbers are read. */
  unit: string | null
  /** Order among the columns that feed the same attribute, 0 first. */
  priority: number
  /** Whether the value belongs to the asset, or to the component that the row is. */
  about: 'asset' | 'component'
  /** Whether an attribute of several columns keeps the values of all of them. */
  gathers: boolean
  /** How the column's values are written; see the conversion's options. */
  conventions: Conventions
}

/** How the rows of one import are read. */
export interface RowPlan {
  columns: PlannedColumn[]
  grain: Grain
  /** Where one of our own exports names the asset of a row; null in other files. */
  ownIdPosition: number | null
  /** The type chosen at import or declared by the format; null when a column tells. */
  assetType: string | null
  /** For smaller grains: the attribute that tells a row from its siblings. */
  labelAttribute: string | null
  /** Rows of the same source replace their elders. */
  sourceKey: string
  /** Whether the source writes MB and GB for powers of 1,024. */
  binaryUnits: boolean
  sourceName: string
  /** Sheets of one product attach to one another. */
  family: string
}

export interface PlanInput {
  headers: readonly string[]
  fileName: string
  formatId: string | null
  grain: Grain | null
  assetType: string | null
  /** The approved mappings of the file's columns. */
  mappings: readonly {
    position: number
    header: string
    attribute: string
    sourceUnit: string | null
    samples: readonly string[]
  }[]
}

/** How the rows of an import are read, from its format and its approved mappings. */
export function planRows(input: PlanInput): RowPlan {
  const format = input.formatId === null ? undefined : formatById(input.formatId)
  const grain = input.grain ?? format?.grain ?? 'asset'
  const parentColumns = new Set(format?.parentColumns?.map(normaliseHeader))
  const columns = input.mappings.map(
    (mapping): PlannedColumn => ({
      position: mapping.position,
      header: mapping.header,
      attribute: mapping.attribute,
      unit: mapping.sourceUnit,
      priority: format?.priorities[mapping.header] ?? mapping.position,
      about:
        grain === 'asset' || parentColumns.has(normaliseHeader(mapping.header))
          ? 'asset'
          : 'component',
      gathers: holdsSeveral(mapping.attribute),
      conventions: detectConventions(mapping.samples),
    }),
  )
  const sourceKey = format?.id ?? sourceKeyOf(input.headers)
  const ownId = input.headers.findIndex((header) => header.trim() === ownColumnName(ownIdColumn))
  return {
    ownIdPosition: ownId < 0 ? null : ownId,
    columns: columns.sort((a, b) => a.priority - b.priority || a.position - b.position),
    grain,
    assetType: input.assetType ?? format?.assetType ?? null,
    labelAttribute: format?.childKey?.attribute ?? null,
    sourceKey,
    sourceName: format?.title ?? input.fileName,
    family: format?.family ?? sourceKey,
    binaryUnits: format?.binaryUnits ?? true,
  }
}

/** What a stored source tells of its origin; the inverse of `planRows` for what is kept. */
export function originOf(sourceKey: string): { family: string; component: boolean } {
  const format = formatById(sourceKey)
  return {
    family: format?.family ?? sourceKey,
    component: format !== undefined && format.grain !== 'asset',
  }
}

/** Files of no known format are one source when they have the same columns. */
function sourceKeyOf(headers: readonly string[]): string {
  const columns = headers.map(normaliseHeader).sort()
  return `columns:${createHash('sha256').update(JSON.stringify(columns)).digest('base64url')}`
}

function holdsSeveral(attribute: string): boolean {
  return /list|^mac$/.test(attributeByName(attribute)?.type ?? '')
}
