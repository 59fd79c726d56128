import * as z from 'zod'

/** A value of a canonical attribute. */
export type AttributeValue = string | number | boolean | string[]

/** What the inventory can be sorted by; each has an index, so that every page costs the same. */
export const assetSorts = ['name', 'type', 'cpu', 'memory', 'storage'] as const
export type AssetSort = (typeof assetSorts)[number]

/** `-cpu` sorts by it descending. */
const sortSchema = z.string().refine((text) => isSort(text.replace(/^-/, '')), 'is no known order')

function isSort(text: string): text is AssetSort {
  return assetSorts.some((sort) => sort === text)
}

/** Where a page begins: the sort values and the id of the asset beside it, and in which direction. */
const cursorSchema = z.object({
  backward: z.boolean(),
  values: z
    .array(z.union([z.string(), z.number(), z.null()]))
    .min(1)
    .max(2),
  id: z.uuid(),
})
export type AssetCursor = z.infer<typeof cursorSchema>

export function encodeCursor(cursor: AssetCursor): string {
  return toBase64Url(JSON.stringify(cursor))
}

/** The cursor of an address; null for anything that `encodeCursor` did not write. */
export function decodeCursor(text: string): AssetCursor | null {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(fromBase64Url(text)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function toBase64Url(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
}

/** A parameter that may stand in the address more than once. */
const choices = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().filter((one) => one !== ''))
  .pipe(z.array(z.string().max(100)).max(50))
  .default([])

/** The value of a filter that asks for assets without a value. */
export const notSet = 'none'

/** Letters of a search at least; less would find everything. */
export const shortestSearch = 2

export const assetFilterSchema = z.object({
  q: z.string().trim().max(200).default(''),
  type: choices,
  environment: choices,
  os: choices,
  power: choices,
})
export type AssetFilter = z.infer<typeof assetFilterSchema>

export const listAssetsSchema = assetFilterSchema.extend({
  sort: sortSchema.default('name'),
  cursor: z
    .string()
    .max(1000)
    .refine((text) => decodeCursor(text) !== null, 'is no cursor of this list')
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type ListAssets = z.infer<typeof listAssetsSchema>

export const assetIdSchema = z.object({ assetId: z.uuid() })

export interface AssetListItem {
  id: string
  name: string
  assetType: string
  cpuCount: number | null
  memoryMib: number | null
  diskTotalGib: number | null
  environment: string | null
  osFamily: string | null
  osName: string | null
  powerState: string | null
  /** How many of each hang under the asset. */
  networkCards: number
  partitions: number
  disks: number
  /** Open issues. */
  issues: number
  weaklyMatched: boolean
}

export interface AssetPage {
  assets: AssetListItem[]
  /** Cursors of the pages beside; null at the ends. */
  next: string | null
  previous: string | null
  /** How many assets the filter lets through on all pages together. */
  total: number
}

/** A value of a facet with the number of assets that have it; null stands for "not set". */
export interface FacetCount {
  value: string | null
  count: number
}

export interface AssetFacets {
  type: FacetCount[]
  environment: FacetCount[]
  os: FacetCount[]
  power: FacetCount[]
}

/** Where a value comes from. Moments are ISO 8601 in UTC. */
export interface ValueOrigin {
  sourceId: string
  kind: 'import' | 'correction'
  sourceName: string
  importId: string | null
  fileName: string | null
  rowNumber: number | null
  /** As it came, and the unit in which it came. */
  raw: string
  unit: string | null
  at: string
}

export interface AttributeView {
  name: string
  label: string
  group: string
  unit: string | null
  value: AttributeValue
  /** Null where the value follows from others; `derivedFrom` then says how. */
  origin: ValueOrigin | null
  derivedFrom: string | null
  /** What other sources say instead. */
  others: { value: AttributeValue | null; origin: ValueOrigin }[]
}

export interface SourceView {
  id: string
  kind: 'import' | 'correction'
  sourceName: string
  importId: string | null
  fileName: string | null
  rowNumber: number | null
  /** The kind of key that found the asset; null where the row made it. */
  matchedBy: string | null
  weak: boolean
  valueCount: number
  at: string
}

export interface ComponentView {
  id: string
  label: string
  values: Record<string, AttributeValue | null>
  fileName: string | null
  rowNumber: number | null
}

export interface AssetIssueView {
  id: string
  rule: string
  attribute: string | null
  value: string | null
  proposed: string | null
  fixable: boolean
  reason: string
  state: 'open' | 'accepted' | 'skipped' | 'resolved'
}

export interface AssetView {
  id: string
  name: string
  assetType: string
  powerState: string | null
  environment: string | null
  osName: string | null
  cpuCount: number | null
  memoryMib: number | null
  diskTotalGib: number | null
  weaklyMatched: boolean
  openIssueCount: number
  version: number
  createdAt: string
  updatedAt: string
  attributes: AttributeView[]
  sources: SourceView[]
  disks: ComponentView[]
  networkCards: ComponentView[]
  partitions: ComponentView[]
  issues: AssetIssueView[]
}

export interface InventorySummary {
  assets: number
  cpuCount: number
  memoryMib: number
  diskTotalGib: number
  networkCards: number
  partitions: number
  disks: number
  openIssues: number
  assetsWithIssues: number
  weaklyMatched: number
  facets: AssetFacets
}

export const splitSourceSchema = z.object({ sourceId: z.uuid() })
export type SplitSource = z.infer<typeof splitSourceSchema>

/** The name of our own column that carries an asset's id in an export. */
export const ownIdColumn = 'asset id'

export interface ExportColumn {
  attribute: string
  /** The header: words that the mapping engine reads as the attribute. */
  title: string
}

export interface AssetExportPage {
  /** Cells in the order of the columns. */
  rows: { id: string; cells: string[] }[]
  /** The cursor of the next page; null on the last. */
  next: string | null
}
