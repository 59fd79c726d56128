import { type SQL, sql } from 'drizzle-orm'
import type { EngagementKey } from '@/lib/base/scope'
import { lookupsOfAll } from '../lookups'
import type { MatchKeys } from '../match-keys'
import { idList, plainJsonRows } from './json-rows'
import type { Write } from './write-together'

/** By what a row finds its asset. */
export interface FoundBy {
  keys: MatchKeys
  ownAsset: string | null
}

/** Whether any asset shares a key with the rows, or is named by one. */
export function isAnyNear(key: EngagementKey, rows: readonly FoundBy[]): SQL {
  return sql`(exists (${assetsOfKeys(key, rows)}) or exists (${namedAssets(key, rows)}))`
}

/** The assets that share a key with the rows, or are named by one: `near(asset_id)`. */
export function nearAssets(key: EngagementKey, rows: readonly FoundBy[]): SQL {
  return sql`near as materialized (${assetsOfKeys(key, rows)} union ${namedAssets(key, rows)})`
}

function assetsOfKeys(key: EngagementKey, rows: readonly FoundBy[]): SQL {
  const lookups = `{${[...lookupsOfAll(key, rows)].join(',')}}`
  return sql`select k.asset_id from unnest(${lookups}::bigint[]) as w(digest) ${assetsOfKey(key)}`
}

/** Joins the assets of each wanted key. `offset 0` keeps it a look-up in the index for each. */
export function assetsOfKey({ engagementId }: EngagementKey): SQL {
  return sql`cross join lateral (
    select asset_id from asset_keys
    where digest = w.digest and engagement_id = ${engagementId} offset 0
  ) k`
}

function namedAssets({ engagementId }: EngagementKey, rows: readonly FoundBy[]): SQL {
  const ids = rows.flatMap(({ ownAsset }) => ownAsset ?? [])
  return sql`select id from assets where engagement_id = ${engagementId} and id = any(${idList(ids)})`
}

/** What an asset shall be found by, each asset once. */
export interface KeysOfAsset {
  assetId: string
  rows: readonly { keys: MatchKeys }[]
}

/**
 * Makes the assets findable by the keys.
 * @param known whether the assets may have some of them already; looking for those first is a fifth
 *   of the work
 */
export function keysToInsert(
  key: EngagementKey,
  assets: readonly KeysOfAsset[],
  known: boolean,
): Write {
  if (assets.length === 0) return null
  const rows = assets.map(({ assetId: id, rows }) => ({
    id,
    digests: [...lookupsOfAll(key, rows)],
  }))
  return sql`
    insert into asset_keys (client_account_id, engagement_id, digest, asset_id)
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, unnest(a.digests), a.id
    from json_to_recordset(${plainJsonRows(rows)}) as a(id uuid, digests bigint[])
    ${known ? sql`on conflict do nothing` : sql``}`
}
