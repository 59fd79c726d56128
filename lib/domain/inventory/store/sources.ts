import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { StoredSource } from '../derive-asset'
import type { SourcedValues } from '../interpret-row'
import { type PackedValues, unpackValues } from '../packed-values'
import { idList, rowsOfJson, withField } from './json-rows'
import { assetsOfKey, type FoundBy, nearAssets } from './keys'
import type { Write } from './write-together'

type SourceRow = {
  id: string
  asset_id: string
  kind: 'import' | 'correction'
  data_import_id: string | null
  source_key: string
  source_name: string
  matched_by: string | null
  digest: string
  values: PackedValues
}

function storedSource(row: SourceRow): StoredSource {
  return {
    id: row.id,
    assetId: row.asset_id,
    kind: row.kind,
    dataImportId: row.data_import_id,
    sourceKey: row.source_key,
    sourceName: row.source_name,
    matchedBy: row.matched_by,
    digest: row.digest,
    values: unpackValues(row.values),
  }
}

/**
 * The assets that already say exactly what rows of the source say.
 * @returns digest → asset
 */
export async function findUnchanged(
  tx: Transaction,
  key: EngagementKey,
  sourceKey: string,
  rows: readonly (FoundBy & { digest: string })[],
): Promise<Map<string, string>> {
  const digests = new Set(rows.map(({ digest }) => digest))
  const found = await tx.execute<{ digest: string; asset_id: string }>(sql`
    with ${nearAssets(key, rows)}
    select distinct s.digest, n.asset_id from near n
    cross join lateral (
      select digest from asset_sources
      where asset_id = n.asset_id and engagement_id = ${key.engagementId}
        and source_key = ${sourceKey} and kind = 'import' offset 0
    ) s`)
  return new Map(
    found.rows.flatMap(({ digest, asset_id }) =>
      digests.has(digest) ? [[digest, asset_id] as const] : [],
    ),
  )
}

/**
 * All sources of the assets that share a key with the rows, and of the assets that share one with
 * those: joining and parting must look one step further than the rows themselves.
 */
export async function loadNeighbourhood(
  tx: Transaction,
  key: EngagementKey,
  rows: readonly FoundBy[],
): Promise<StoredSource[]> {
  const found = await tx.execute<SourceRow>(sql`
    with ${nearAssets(key, rows)}, around as materialized (
      select distinct k.asset_id from near n
      cross join lateral (
        select digest from asset_keys where asset_id = n.asset_id offset 0
      ) w ${assetsOfKey(key)}
    )
    select s.id, s.asset_id, s.kind, s.data_import_id, s.source_key, s.source_name,
      s.matched_by, s.digest, s.values
    from around a cross join lateral (
      select * from asset_sources
      where asset_id = a.asset_id and engagement_id = ${key.engagementId} and kind = 'import' offset 0
    ) s`)
  return found.rows.map(storedSource)
}

/** All sources of the assets, corrections too. */
export async function loadSources(
  tx: Transaction,
  key: EngagementKey,
  assetIds: Iterable<string>,
): Promise<StoredSource[]> {
  const found = await tx.execute<SourceRow>(sql`
    select id, asset_id, kind, data_import_id, source_key, source_name, matched_by, digest, values
    from asset_sources
    where asset_id = any(${idList(assetIds)}) and engagement_id = ${key.engagementId}`)
  return found.rows.map(storedSource)
}

/** Where the sources of one import come from. */
export interface SourceOrigin {
  dataImportId: string
  sourceKey: string
  sourceName: string
}

export interface NewSource {
  assetId: string
  rowNumber: number
  values: SourcedValues
  /** The values as they are stored. */
  packed: string
  digest: string
  matchedBy: string | null
  weak: boolean
}

/** Writes what rows of one import say about their assets. */
export function sourcesToInsert(
  key: EngagementKey,
  { dataImportId, sourceKey, sourceName }: SourceOrigin,
  sources: readonly NewSource[],
): Write {
  if (sources.length === 0) return null
  const rows = sources.map(({ values, packed, ...row }) => withField(row, 'values', packed))
  return sql`
    insert into asset_sources (client_account_id, engagement_id, asset_id, kind, data_import_id,
      row_number, source_key, source_name, values, digest, matched_by, weak)
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, r."assetId", 'import',
      ${dataImportId}::uuid, r."rowNumber", ${sourceKey}, ${sourceName}, r.values, r.digest,
      r."matchedBy", r.weak
    from json_to_recordset(${rowsOfJson(rows)}) as r("assetId" uuid, "rowNumber" int,
      values json, digest text, "matchedBy" text, weak boolean)`
}

/** Removes sources that newer ones replace. */
export function sourcesToDelete(ids: readonly string[]): Write {
  return ids.length === 0 ? null : sql`delete from asset_sources where id = any(${idList(ids)})`
}
