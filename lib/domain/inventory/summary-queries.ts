import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { AssetFacets, FacetCount, InventorySummary } from './schema'

type FacetRow = {
  facet: number
  asset_type: string | null
  environment: string | null
  os_family: string | null
  power_state: string | null
  count: number
}

type TotalsRow = Omit<InventorySummary, 'facets'>

const facetStatement = ({ engagementId }: EngagementKey) => sql`
  select grouping(asset_type, environment, os_family, power_state)::int as facet,
    asset_type, environment, os_family, power_state, count(*)::int as count
  from assets where engagement_id = ${engagementId}
  group by grouping sets ((asset_type), (environment), (os_family), (power_state))`

const totalsStatement = ({ engagementId }: EngagementKey) => sql`
  select count(*)::int as assets, coalesce(sum(cpu_count), 0)::float8 as "cpuCount",
    coalesce(sum(memory_mib), 0) as "memoryMib",
    coalesce(sum(disk_total_gib), 0) as "diskTotalGib",
    coalesce(sum(open_issue_count), 0)::int as "openIssues",
    count(*) filter (where open_issue_count > 0)::int as "assetsWithIssues",
    count(*) filter (where weakly_matched)::int as "weaklyMatched",
    (select count(*)::int from asset_network_cards where engagement_id = ${engagementId})
      as "networkCards",
    (select count(*)::int from asset_partitions where engagement_id = ${engagementId})
      as partitions,
    (select count(*)::int from asset_disks where engagement_id = ${engagementId}) as disks
  from assets where engagement_id = ${engagementId}`

/** How many assets have each value that can be filtered by, the most frequent first. */
export async function countFacets(key: EngagementKey, db: Database): Promise<AssetFacets> {
  const found = await db.read(key.clientId, (q) => q.execute<FacetRow>(facetStatement(key)))
  return shapeFacets(found.rows)
}

/** The engagement's inventory in figures, of one moment. */
export async function summariseInventory(
  key: EngagementKey,
  db: Database,
): Promise<InventorySummary> {
  const [facets, totals] = await db.readAll(key.clientId, (q) => [
    q.execute<FacetRow>(facetStatement(key)),
    q.execute<TotalsRow>(totalsStatement(key)),
  ])
  const [row] = totals.rows
  if (!row) throw new Error('A count without a group gives one row.')
  return { ...row, facets: shapeFacets(facets.rows) }
}

/** `grouping` has a bit for every column that a row is not grouped by, the last one lowest. */
const facetBits = { type: 0b0111, environment: 0b1011, os: 0b1101, power: 0b1110 }

function shapeFacets(rows: readonly FacetRow[]): AssetFacets {
  const of = (bits: number, value: (row: FacetRow) => string | null): FacetCount[] =>
    rows
      .filter(({ facet }) => facet === bits)
      .map((row) => ({ value: value(row), count: row.count }))
      .sort((a, b) => b.count - a.count || (a.value ?? '').localeCompare(b.value ?? ''))
  return {
    type: of(facetBits.type, (row) => row.asset_type),
    environment: of(facetBits.environment, (row) => row.environment),
    os: of(facetBits.os, (row) => row.os_family),
    power: of(facetBits.power, (row) => row.power_state),
  }
}
