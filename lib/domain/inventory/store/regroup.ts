import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { componentTables } from './components'
import { jsonRows } from './json-rows'

/** Two assets that turn out to be one: all of `from` goes to `to`, and `from` is given up. */
export interface Absorption {
  from: string
  to: string
}

/** A source that belongs to another asset from now on. */
export interface MovedSource {
  sourceId: string
  from: string
  to: string
}

export async function absorbAssets(tx: Transaction, pairs: readonly Absorption[]): Promise<void> {
  if (pairs.length === 0) return
  const pair = sql`jsonb_to_recordset(${jsonRows(pairs)}) as p("from" uuid, "to" uuid)`
  await tx.execute(sql`
    update asset_sources s set asset_id = p."to" from ${pair} where s.asset_id = p."from"`)
  for (const table of componentTables) {
    await moveComponents(tx, table, sql`${pair}`, sql`true`)
  }
  await tx.execute(sql`
    with given as (
      delete from asset_keys k using ${pair} where k.asset_id = p."from"
      returning k.client_account_id, k.engagement_id, k.digest, p."to"
    )
    insert into asset_keys (client_account_id, engagement_id, digest, asset_id)
    select client_account_id, engagement_id, digest, "to" from given
    on conflict do nothing`)
  await tx.execute(sql`
    update asset_issues i set asset_id = p."to",
      issue_key = replace(i.issue_key, p."from"::text, p."to"::text)
    from ${pair}
    where i.asset_id = p."from" and not exists (
      select 1 from asset_issues o where o.engagement_id = i.engagement_id
        and o.issue_key = replace(i.issue_key, p."from"::text, p."to"::text))`)
  await tx.execute(sql`
    update raw_rows r set asset_id = p."to" from ${pair}
    join assets a on a.id = p."from"
    where r.asset_id = p."from" and r.engagement_id = a.engagement_id`)
  await tx.execute(sql`delete from assets a using ${pair} where a.id = p."from"`)
}

/** Takes sources to their new assets, with the components and rows that came with them. */
export async function moveSources(tx: Transaction, moved: readonly MovedSource[]): Promise<void> {
  if (moved.length === 0) return
  const pair = sql`(
    select m."from", m."to", s.data_import_id
    from jsonb_to_recordset(${jsonRows(moved)}) as m("sourceId" uuid, "from" uuid, "to" uuid)
    join asset_sources s on s.id = m."sourceId"
  ) p`
  for (const table of componentTables) {
    await moveComponents(tx, table, pair, sql`c.data_import_id = p.data_import_id`)
  }
  await tx.execute(sql`
    update raw_rows r set asset_id = p."to" from ${pair}
    where r.data_import_id = p.data_import_id and r.asset_id = p."from"`)
  await tx.execute(sql`
    update asset_sources s set asset_id = m."to"
    from jsonb_to_recordset(${jsonRows(moved)}) as m("sourceId" uuid, "to" uuid)
    where s.id = m."sourceId"`)
}

/** A component stays where it was when the other asset has one of its label. */
function moveComponents(tx: Transaction, table: SQL, pair: SQL, which: SQL) {
  return tx.execute(sql`
    update ${table} c set asset_id = p."to" from ${pair}
    where c.asset_id = p."from" and ${which} and not exists (
      select 1 from ${table} o where o.asset_id = p."to" and o.label_key = c.label_key)`)
}
