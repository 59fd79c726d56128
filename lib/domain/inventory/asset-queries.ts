import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { type DescribedSource, describeAttributes, describeSource } from './asset-view'
import { byPrecedence } from './derive-asset'
import { type PackedValues, unpackValues } from './packed-values'
import type { AssetIssueView, AssetView, AttributeValue, ComponentView } from './schema'

type AssetRow = Omit<
  AssetView,
  'attributes' | 'sources' | 'disks' | 'networkCards' | 'partitions' | 'issues'
> & { attributes: Record<string, AttributeValue> }

type IssueRow = Pick<AssetIssueView, keyof AssetIssueView>
type SourceRow = Omit<DescribedSource, 'values'> & { values: PackedValues }
type ComponentRow = Omit<ComponentView, 'values'> & { values: PackedValues }

const moment = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** One asset with all that is known of it and from where; null when the engagement has none. */
export async function findAsset(
  key: EngagementKey,
  db: Database,
  assetId: string,
): Promise<AssetView | null> {
  const own = sql`asset_id = ${assetId} and engagement_id = ${key.engagementId}`
  const [found, sources, disks, cards, partitions, issues] = await db.readAll(key.clientId, (q) => [
    q.execute<AssetRow>(assetStatement(key, assetId)),
    q.execute<SourceRow>(sourcesStatement(key, assetId)),
    q.execute<ComponentRow>(componentsStatement(sql`asset_disks`, own)),
    q.execute<ComponentRow>(componentsStatement(sql`asset_network_cards`, own)),
    q.execute<ComponentRow>(componentsStatement(sql`asset_partitions`, own)),
    q.execute<IssueRow>(issuesStatement(own)),
  ])
  const [asset] = found.rows
  if (!asset) return null
  const described = sources.rows.map((row) => ({ ...row, values: unpackValues(row.values) }))
  return {
    ...asset,
    attributes: describeAttributes(asset.attributes, described),
    sources: byPrecedence(described).map(describeSource),
    disks: disks.rows.map(componentView),
    networkCards: cards.rows.map(componentView),
    partitions: partitions.rows.map(componentView),
    issues: issues.rows,
  }
}

function assetStatement({ engagementId }: EngagementKey, assetId: string): SQL {
  return sql`
    select id, name, asset_type as "assetType", power_state as "powerState", environment,
      os_name as "osName", cpu_count as "cpuCount", memory_mib as "memoryMib",
      disk_total_gib as "diskTotalGib", weakly_matched as "weaklyMatched",
      open_issue_count as "openIssueCount", version, ${moment('created_at')} as "createdAt",
      ${moment('updated_at')} as "updatedAt", attributes
    from assets where id = ${assetId} and engagement_id = ${engagementId}`
}

function sourcesStatement({ engagementId }: EngagementKey, assetId: string): SQL {
  return sql`
    select s.id, s.asset_id as "assetId", s.kind, s.data_import_id as "dataImportId",
      s.source_key as "sourceKey", s.source_name as "sourceName", s.matched_by as "matchedBy",
      s.digest, s.values, s.weak, s.row_number as "rowNumber", i.file_name as "fileName",
      ${moment('s.created_at')} as at
    from asset_sources s left join data_imports i on i.id = s.data_import_id
    where s.asset_id = ${assetId} and s.engagement_id = ${engagementId}`
}

function componentsStatement(table: SQL, own: SQL): SQL {
  return sql`
    select c.id, c.label, c.values, c.row_number as "rowNumber", i.file_name as "fileName"
    from (select * from ${table} where ${own}) c
    left join data_imports i on i.id = c.data_import_id
    order by c.label_key`
}

function issuesStatement(own: SQL): SQL {
  return sql`
    select id, rule, attribute, value, proposed, fixable, reason, state
    from asset_issues where ${own} and state in ('open', 'skipped')
    order by state, id limit 200`
}

function componentView({ values, ...row }: ComponentRow): ComponentView {
  const plain = Object.entries(unpackValues(values)).map(([name, { value }]) => [name, value])
  return { ...row, values: Object.fromEntries(plain) }
}
