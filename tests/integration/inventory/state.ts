import { sql } from 'drizzle-orm'
import { query, type Workspace } from './workspace'

export interface AssetRow extends Record<string, unknown> {
  id: string
  name: string
  assetType: string
  attributes: Record<string, unknown>
  version: number
  weaklyMatched: boolean
  openIssueCount: number
}

/** All assets of the workspace by name. */
export function assetsOf(workspace: Workspace): Promise<AssetRow[]> {
  return query<AssetRow>(
    workspace,
    sql`select id, name, asset_type as "assetType", attributes, version,
      weakly_matched as "weaklyMatched", open_issue_count as "openIssueCount"
    from assets where engagement_id = ${workspace.scope.engagementId} order by name_key, id`,
  )
}

export interface IssueRow extends Record<string, unknown> {
  asset: string | null
  rule: string
  attribute: string | null
  reason: string
  state: string
}

/** All issues of the workspace with the name of their asset. */
export function issuesOf(workspace: Workspace): Promise<IssueRow[]> {
  return query<IssueRow>(
    workspace,
    sql`select a.name as asset, i.rule, i.attribute, i.reason, i.state
    from asset_issues i left join assets a on a.id = i.asset_id
    where i.engagement_id = ${workspace.scope.engagementId}
    order by a.name_key, i.rule, i.attribute`,
  )
}

/** Everything the inventory holds, ids and moments left out, in a form that can be compared. */
export async function inventoryOf(workspace: Workspace) {
  const { engagementId } = workspace.scope
  const parts = (table: 'asset_network_cards' | 'asset_partitions' | 'asset_disks') =>
    query<Record<string, unknown>>(
      workspace,
      sql`select a.name, c.label, c.values from ${sql.raw(table)} c join assets a on a.id = c.asset_id
      where c.engagement_id = ${engagementId} order by a.name_key, c.label_key`,
    )
  const assets = await assetsOf(workspace)
  return {
    assets: assets.map(({ name, assetType, attributes, weaklyMatched, openIssueCount }) => ({
      name,
      assetType,
      attributes,
      weaklyMatched,
      openIssueCount,
    })),
    openIssues: (await issuesOf(workspace)).filter(({ state }) => state === 'open'),
    networkCards: await parts('asset_network_cards'),
    partitions: await parts('asset_partitions'),
    disks: await parts('asset_disks'),
  }
}

/** Ids, versions and moments of everything: equal before and after exactly when nothing was written. */
export async function fingerprintOf(workspace: Workspace): Promise<unknown> {
  const tables = ['assets', 'asset_sources', 'asset_keys', 'asset_issues']
  const components = ['asset_network_cards', 'asset_partitions', 'asset_disks']
  const parts = await Promise.all(
    [...tables, ...components].map((table) =>
      query(
        workspace,
        sql`select count(*), md5(string_agg(t::text, '|' order by t::text)) as digest
        from ${sql.raw(table)} t where t.engagement_id = ${workspace.scope.engagementId}`,
      ),
    ),
  )
  return parts
}
