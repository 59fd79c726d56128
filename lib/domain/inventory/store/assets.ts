import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { AssetState } from '../derive-asset'
import { idList, jsonRows, plainJsonRows } from './json-rows'
import type { Write } from './write-together'

const stateRecord = sql.raw(`r(id uuid, "assetType" text, name text, "nameKey" text,
  environment text, "osFamily" text, "osName" text, "powerState" text, "cpuCount" int,
  "memoryMib" double precision, "diskTotalGib" double precision, attributes jsonb,
  "searchText" text, "weaklyMatched" boolean, "openIssueCount" int)`)

/** Time-ordered ids for assets that are about to be made, as one JSON array. */
export function newIds(count: number): SQL {
  return sql`(select coalesce(json_agg(uuidv7()), '[]') from generate_series(1, ${count}::int))`
}

/** The same, asked for alone. */
export async function newAssetIds(tx: Transaction, count: number): Promise<string[]> {
  if (count === 0) return []
  const made = await tx.execute<{ ids: string[] }>(sql`select ${newIds(count)} as ids`)
  return made.rows[0]?.ids ?? []
}

/** An asset with the number of issues that are expected to be opened on it. */
export interface NewAsset extends AssetState {
  openIssueCount: number
}

/** Writes new assets as they were derived. */
export function assetsToInsert(key: EngagementKey, states: readonly NewAsset[]): Write {
  if (states.length === 0) return null
  return sql`
    insert into assets (id, client_account_id, engagement_id, asset_type, name, name_key,
      environment, os_family, os_name, power_state, cpu_count, memory_mib, disk_total_gib,
      attributes, search_text, weakly_matched, open_issue_count)
    select r.id, ${key.clientId}, ${key.engagementId}, r."assetType", r.name, r."nameKey",
      r.environment, r."osFamily", r."osName", r."powerState", r."cpuCount", r."memoryMib",
      r."diskTotalGib", r.attributes, r."searchText", r."weaklyMatched",
      r."openIssueCount"
    from json_to_recordset(${plainJsonRows(states)}) as ${stateRecord}`
}

/** Writes what changed; an asset that stays what it was keeps its version. */
export async function updateAssets(
  tx: Transaction,
  key: EngagementKey,
  states: readonly AssetState[],
): Promise<void> {
  if (states.length === 0) return
  await tx.execute(sql`
    update assets a set asset_type = r."assetType", name = r.name, name_key = r."nameKey",
      environment = r.environment, os_family = r."osFamily", os_name = r."osName",
      power_state = r."powerState", cpu_count = r."cpuCount", memory_mib = r."memoryMib",
      disk_total_gib = r."diskTotalGib", attributes = r.attributes,
      search_text = r."searchText", weakly_matched = r."weaklyMatched",
      version = a.version + 1, updated_at = now()
    from jsonb_to_recordset(${jsonRows(states)}) as ${stateRecord}
    where a.id = r.id and a.id = any(${idList(states.map(({ id }) => id))}) and a.engagement_id = ${key.engagementId}
      and (a.attributes, a.name, a.asset_type, a.search_text, a.weakly_matched)
        is distinct from
        (r.attributes, r.name, r."assetType", r."searchText", r."weaklyMatched")`)
}
