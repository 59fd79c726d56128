import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { type Order, pageOfIds, parseOrder } from './keyset'
import {
  type AssetCursor,
  type AssetFilter,
  type AssetListItem,
  type AssetPage,
  decodeCursor,
  encodeCursor,
  type ListAssets,
  notSet,
  shortestSearch,
} from './schema'

type AssetRow = Omit<AssetListItem, 'weaklyMatched'> & {
  weaklyMatched: boolean
  nameKey: string
}

/** One page of the inventory. Its cost does not grow with the number of assets before it. */
export async function listAssets(
  key: EngagementKey,
  db: Database,
  input: ListAssets,
): Promise<AssetPage> {
  const order = parseOrder(input.sort)
  const cursor = input.cursor ? decodeCursor(input.cursor) : null
  const condition = conditionOf(key, input)
  const [page, counted] = await db.readAll(key.clientId, (q) => [
    q.execute<AssetRow>(pageOfAssets(pageOfIds(order, cursor, condition, input.limit))),
    q.execute<{ total: number }>(
      sql`select count(*)::int as total from assets a where ${condition}`,
    ),
  ])
  return shapePage(page.rows, order, cursor, input.limit, counted.rows[0]?.total ?? 0)
}

/** What the filter asks of an asset `a`. */
export function conditionOf(key: EngagementKey, filter: AssetFilter): SQL {
  const parts = [
    sql`a.engagement_id = ${key.engagementId}`,
    oneOf(sql`a.asset_type`, filter.type),
    oneOf(sql`a.environment`, filter.environment),
    oneOf(sql`a.os_family`, filter.os),
    oneOf(sql`a.power_state`, filter.power),
    ...wordsOf(filter.q).map((word) => sql`a.search_text like ${`%${word}%`}`),
  ]
  return sql.join(parts, sql` and `)
}

/** Every word has to be found; one of a single letter is passed over. */
function wordsOf(search: string): string[] {
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length >= shortestSearch)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))
}

function oneOf(column: SQL, values: readonly string[]): SQL {
  if (values.length === 0) return sql`true`
  const named = values.filter((value) => value !== notSet)
  const among = sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(named)}::jsonb))`
  return named.length === values.length ? among : sql`(${column} is null or ${among})`
}

function pageOfAssets(ids: SQL): SQL {
  return sql`
    select a.id, a.name, a.name_key as "nameKey", a.asset_type as "assetType",
      a.cpu_count as "cpuCount", a.memory_mib as "memoryMib", a.disk_total_gib as "diskTotalGib",
      a.environment, a.os_family as "osFamily", a.os_name as "osName",
      a.power_state as "powerState", a.open_issue_count as issues,
      a.weakly_matched as "weaklyMatched",
      (select count(*)::int from asset_network_cards c where c.asset_id = a.id) as "networkCards",
      (select count(*)::int from asset_partitions c where c.asset_id = a.id) as partitions,
      (select count(*)::int from asset_disks c where c.asset_id = a.id) as disks
    from (select id, row_number() over () as nth from (${ids}) i) p
    join assets a on a.id = p.id order by p.nth`
}

function shapePage(
  rows: readonly AssetRow[],
  order: Order,
  cursor: AssetCursor | null,
  limit: number,
  total: number,
): AssetPage {
  const backward = cursor?.backward ?? false
  const goesOn = rows.length > limit
  const shown = backward ? rows.slice(0, limit).reverse() : rows.slice(0, limit)
  const beside = (row: AssetRow | undefined, towardsStart: boolean) =>
    row ? encodeCursor({ backward: towardsStart, values: valuesOf(row, order), id: row.id }) : null
  return {
    assets: shown.map(({ nameKey, ...asset }) => asset),
    next: backward || goesOn ? beside(shown.at(-1), false) : null,
    previous: backward
      ? goesOn
        ? beside(shown[0], true)
        : null
      : cursor
        ? beside(shown[0], true)
        : null,
    total,
  }
}

function valuesOf(row: AssetRow, { sort }: Order): AssetCursor['values'] {
  switch (sort) {
    case 'name':
      return [row.nameKey]
    case 'type':
      return [row.assetType, row.nameKey]
    case 'cpu':
      return [row.cpuCount]
    case 'memory':
      return [row.memoryMib]
    case 'storage':
      return [row.diskTotalGib]
  }
}
