import type { ReadSources } from '@/db/client'
import { isUuid } from '@/lib/base/ids'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { listAssets } from './asset-list-queries'
import { findAsset } from './asset-queries'
import { listExportColumns, listForExport } from './export-queries'
import type {
  AssetExportPage,
  AssetFacets,
  AssetFilter,
  AssetPage,
  AssetView,
  ExportColumn,
  InventorySummary,
  ListAssets,
} from './schema'
import { countFacets, summariseInventory } from './summary-queries'

/** One page of the inventory, filtered and sorted. */
export const assetPage = defineRead<ReadSources, EngagementKey, ListAssets, AssetPage>({
  name: 'inventory.page',
  load: ({ tenant }, key, input) => listAssets(key, tenant, input),
})

/** What the inventory can be filtered by, with counts. */
export const assetFacets = defineRead<ReadSources, EngagementKey, null, AssetFacets>({
  name: 'inventory.facets',
  load: ({ tenant }, key) => countFacets(key, tenant),
})

/** One asset; null when the engagement has none of that id. */
export const assetById = defineRead<
  ReadSources,
  EngagementKey,
  { assetId: string },
  AssetView | null
>({
  name: 'inventory.asset',
  load: async ({ tenant }, key, { assetId }) =>
    isUuid(assetId) ? findAsset(key, tenant, assetId) : null,
})

/** The inventory in figures. */
export const inventorySummary = defineRead<ReadSources, EngagementKey, null, InventorySummary>({
  name: 'inventory.summary',
  load: ({ tenant }, key) => summariseInventory(key, tenant),
})

/** The columns of an export of the filter's assets. */
export const assetExportColumns = defineRead<
  ReadSources,
  EngagementKey,
  AssetFilter,
  ExportColumn[]
>({
  name: 'inventory.export-columns',
  load: ({ tenant }, key, filter) => listExportColumns(key, tenant, filter),
})

/** One page of an export. */
export const assetExportPage = defineRead<
  ReadSources,
  EngagementKey,
  { filter: AssetFilter; columns: readonly ExportColumn[]; cursor: string | null },
  AssetExportPage
>({
  name: 'inventory.export-page',
  load: ({ tenant }, key, input) => listForExport(key, tenant, input),
})
