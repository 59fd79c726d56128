import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { isUuid } from '@/lib/base/ids'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement } from '../tenancy/caching'
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
  caching: keptForEngagement({
    version: 1,
    life: 'inventory',
    tags: (key) => tagsOf.asset(key).list(),
  }),
})

/** What the inventory can be filtered by, with counts. */
export const assetFacets = defineRead<ReadSources, EngagementKey, null, AssetFacets>({
  name: 'inventory.facets',
  load: ({ tenant }, key) => countFacets(key, tenant),
  caching: keptForEngagement({
    version: 1,
    life: 'classification',
    tags: (key) => tagsOf.asset(key).list(),
  }),
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
  caching: keptForEngagement({
    version: 1,
    life: 'inventory',
    tags: (key, { assetId }) => [...tagsOf.asset(key).row(assetId), ...tagsOf.fileName(key).list()],
  }),
})

/** The inventory in figures. */
export const inventorySummary = defineRead<ReadSources, EngagementKey, null, InventorySummary>({
  name: 'inventory.summary',
  load: ({ tenant }, key) => summariseInventory(key, tenant),
  caching: keptForEngagement({
    version: 1,
    life: 'statistics',
    tags: (key) => tagsOf.asset(key).list(),
  }),
})

/**
 * The columns of an export of the filter's assets. Neither they nor the pages are kept: an export is
 * read once, as a stream of large pages, and its columns must fit its rows.
 */
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
