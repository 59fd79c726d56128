import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { lookupsOfAll } from '../lookups'
import type { MatchKeys } from '../match-keys'
import { idList, plainJsonRows } from './json-rows'

/** By what a row finds its asset. */
export interface FoundBy {
  keys: MatchKeys
  ownAsset: string | null
}

/** Whether any asset shares a key with the rows, or is named by one. */
export async function isAnyNear(
  tx: Transaction,
  key: EngagementKey,
  rows: readonly FoundBy[],
): Promise<boolean> {
  const found = await tx.execute<{ near: boolean }>(sql`
    with ${wantedBy(key, rows)}
    select exists (select from wanted w ${assetsOfKey(key)})
      or exists (${namedAssets(key, rows)}) as near`)
  return found.rows[0]?.near ?? false
}

/** The assets that share a key with the rows, or are named by one: `near(asset_id)`. */
export function nearAssets(key: EngagementKey, rows: readonly FoundBy[]): SQL {
  return sql`${wantedBy(key, rows)}, near as materialized (
    select k.asset_id from wanted w ${assetsOfKey(key)}
    union ${namedAssets(key, rows)}
  )`
}

/** The lookups of rows, each once: `wanted(digest)`. */
function wantedBy(key: EngagementKey, rows: readonly FoundBy[]): SQL {
  const lookups = `{${[...lookupsOfAll(key, rows)].join(',')}}`
  return sql`wanted(digest) as materialized (select unnest(${lookups}::bigint[]))`
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
export async function insertKeys(
  tx: Transaction,
  key: EngagementKey,
  assets: readonly KeysOfAsset[],
  known: boolean,
): Promise<void> {
  if (assets.length === 0) return
  const rows = assets.map(({ assetId: id, rows }) => ({
    id,
    digests: [...lookupsOfAll(key, rows)],
  }))
  await tx.execute(sql`
    insert into asset_keys (client_account_id, engagement_id, digest, asset_id)
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, unnest(a.digests), a.id
    from json_to_recordset(${plainJsonRows(rows)}) as a(id uuid, digests bigint[])
    ${known ? sql`on conflict do nothing` : sql``}`)
}
