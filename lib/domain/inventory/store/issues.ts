import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { AssetFinding } from '../completeness'
import type { UnreadableValue } from '../interpret-row'
import { idList, jsonRows, plainJsonRows, rangeOf } from './json-rows'
import type { Write } from './write-together'

export interface RowOfAsset {
  rowNumber: number
  assetId: string
}

/** Whether anything was found on the rows that no asset has yet. */
export function anyRowIssue(dataImportId: string, rows: readonly { rowNumber: number }[]): SQL {
  const [first, last] = rangeOf(rows)
  return sql`exists (
    select from asset_issues where data_import_id = ${dataImportId} and asset_id is null
      and row_number between ${first}::int and ${last}::int)`
}

/**
 * Gives the issues found on rows to the rows' assets. Their key then names the asset and the value:
 * one that the asset already has is kept as it is, decided or not, and the new one is dropped.
 * The key is worked out apart (`offset 0`): under row level security an index is not asked for what
 * functions make of other rows, since they might leak them.
 * @returns the assets with more open issues than before
 */
export async function bindRowIssues(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
  rows: readonly RowOfAsset[],
): Promise<string[]> {
  const [first, last] = rangeOf(rows)
  const changed = await tx.execute<{ asset_id: string }>(sql`
    with bound as materialized (
      select i.id, r."assetId" as asset_id, k.key,
        row_number() over (partition by k.key order by i.row_number, i.id) as nth,
        o.id as known
      from json_to_recordset(${plainJsonRows(rows)}) as r("rowNumber" int, "assetId" uuid)
      join asset_issues i on i.row_number = r."rowNumber"
      cross join lateral (select concat_ws(':', 'asset', r."assetId", i.rule,
        coalesce(i.attribute, ''), md5(coalesce(i.value, ''))) as key offset 0) k
      left join lateral (
        select id from asset_issues
        where engagement_id = ${key.engagementId} and issue_key = k.key offset 0
      ) o on true
      where i.data_import_id = ${dataImportId} and i.asset_id is null
        and i.row_number between ${first}::int and ${last}::int
    ), reopened as (
      update asset_issues o set state = 'open' from bound b
      where o.id = b.known and o.state = 'resolved'
      returning o.asset_id
    ), dropped as (
      delete from asset_issues i using bound b
      where i.id = b.id and (b.known is not null or b.nth > 1)
    ), given as (
      update asset_issues i set asset_id = b.asset_id, issue_key = b.key
      from bound b where i.id = b.id and b.known is null and b.nth = 1
      returning i.asset_id
    )
    select asset_id from reopened union select asset_id from given`)
  return changed.rows.map(({ asset_id }) => asset_id)
}

/** Removes what was found on rows that became no asset; the rejection says what is wrong. */
export async function dropRowIssues(
  tx: Transaction,
  dataImportId: string,
  rowNumbers: readonly number[],
): Promise<void> {
  if (rowNumbers.length === 0) return
  await tx.execute(sql`
    delete from asset_issues
    where data_import_id = ${dataImportId} and asset_id is null and row_number in (
      select value::int from jsonb_array_elements_text(${jsonRows(rowNumbers)}))`)
}

/** Says on the assets which values could not be read, unless a rule has already doubted them. */
export async function insertUnreadable(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
  values: readonly (UnreadableValue & RowOfAsset)[],
): Promise<void> {
  if (values.length === 0) return
  await tx.execute(sql`
    insert into asset_issues as o (client_account_id, engagement_id, data_import_id, row_number,
      asset_id, rule, attribute, value, fixable, reason, issue_key)
    select distinct on (k.key) ${key.clientId}::uuid, ${key.engagementId}::uuid,
      ${dataImportId}::uuid, r."rowNumber", r."assetId", 'unreadable_value', r.attribute, r.raw,
      false, r.reason, k.key
    from jsonb_to_recordset(${jsonRows(values)}) as r("rowNumber" int, "assetId" uuid,
      attribute text, raw text, reason text)
    cross join lateral (select concat_ws(':', 'asset', r."assetId", 'unreadable_value',
      r.attribute, md5(r.raw)) as key) k
    where not exists (
      select from (
        select attribute, value, rule from asset_issues where asset_id = r."assetId" offset 0
      ) i
      where i.attribute = r.attribute and btrim(i.value) = btrim(r.raw)
        and i.rule <> 'unreadable_value')
    order by k.key, r."rowNumber"
    on conflict (engagement_id, issue_key) do update set state = 'open'
    where o.state = 'resolved'`)
}

/** Opens what was found about the assets as a whole. */
export function findingsToOpen(
  key: EngagementKey,
  findings: readonly (AssetFinding & { assetId: string })[],
): Write {
  if (findings.length === 0) return null
  return sql`
    insert into asset_issues as o (client_account_id, engagement_id, asset_id, rule, attribute,
      value, fixable, reason, issue_key)
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, r."assetId", r.rule, r.attribute,
      r.value, false, r.reason, concat_ws(':', 'asset', r."assetId", r.rule, r.attribute)
    from jsonb_to_recordset(${jsonRows(findings)}) as r("assetId" uuid, rule text, attribute text,
      value text, reason text)
    on conflict (engagement_id, issue_key) do update set
      state = case o.state when 'resolved' then 'open' else o.state end,
      value = excluded.value, reason = excluded.reason
    where o.state = 'resolved' or o.reason <> excluded.reason`
}

/** Resolves what is no longer found about the assets as a whole. */
export async function resolveFindings(
  tx: Transaction,
  key: EngagementKey,
  assetIds: readonly string[],
  findings: readonly (AssetFinding & { assetId: string })[],
): Promise<void> {
  await tx.execute(sql`
    update asset_issues i set state = 'resolved', version = i.version + 1
    where i.asset_id = any(${idList(assetIds)}) and i.engagement_id = ${key.engagementId}
      and i.rule in ('missing_attribute', 'nic_count_differs') and i.state in ('open', 'skipped')
      and not exists (
        select 1 from jsonb_to_recordset(${jsonRows(findings)}) as r("assetId" uuid, rule text,
          attribute text)
        where r."assetId" = i.asset_id and r.rule = i.rule and r.attribute = i.attribute)`)
}

/** Counts the open issues of the assets anew. */
export async function countOpenIssues(
  tx: Transaction,
  key: EngagementKey,
  assetIds: ReadonlySet<string>,
): Promise<void> {
  if (assetIds.size === 0) return
  const ids = idList(assetIds)
  await tx.execute(sql`
    update assets a set open_issue_count = c.open
    from unnest(${ids}) as w(id) cross join lateral (
      select count(*)::int as open from asset_issues i where i.asset_id = w.id and i.state = 'open'
    ) c
    where a.id = w.id and a.id = any(${ids}) and a.engagement_id = ${key.engagementId} and a.open_issue_count <> c.open`)
}
