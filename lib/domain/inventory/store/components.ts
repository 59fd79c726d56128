import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { SourcedValue } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import type { Grain } from '../../mapping/schema'
import type { ComponentTotals } from '../derive-asset'
import { idList, jsonRows } from './json-rows'

export type ComponentGrain = Exclude<Grain, 'asset'>

export interface NewComponent {
  assetId: string
  label: string
  labelKey: string
  values: Record<string, SourcedValue>
  digest: string
  dataImportId: string
  rowNumber: number
}

interface ComponentTable {
  table: SQL
  /** Own columns, and where their values stand in the component. */
  columns: Record<string, { type: 'double precision' | 'text' | 'text[]'; attributes: string[] }>
}

const tables: Record<ComponentGrain, ComponentTable> = {
  disk: {
    table: sql.raw('asset_disks'),
    columns: {
      size_gib: { type: 'double precision', attributes: ['disk_size_gib', 'disk_total_gib'] },
    },
  },
  network_card: {
    table: sql.raw('asset_network_cards'),
    columns: {
      mac_address: { type: 'text', attributes: ['mac_address'] },
      ip_addresses: { type: 'text[]', attributes: ['ip_address', 'ipv6_address'] },
    },
  },
  partition: {
    table: sql.raw('asset_partitions'),
    columns: {
      capacity_gib: { type: 'double precision', attributes: ['disk_size_gib', 'disk_total_gib'] },
      free_gib: { type: 'double precision', attributes: ['disk_free_gib'] },
    },
  },
}

export const componentTables = [tables.disk, tables.network_card, tables.partition].map(
  ({ table }) => table,
)

/** The digests of the components that the assets have: `ASSET|LABEL` → digest. */
export async function loadComponentDigests(
  tx: Transaction,
  grain: ComponentGrain,
  assetIds: Iterable<string>,
): Promise<Map<string, string>> {
  const found = await tx.execute<{ asset_id: string; label_key: string; digest: string }>(sql`
    select asset_id, label_key, digest from ${tables[grain].table}
    where asset_id = any(${idList(assetIds)})`)
  return new Map(found.rows.map((row) => [`${row.asset_id}|${row.label_key}`, row.digest]))
}

/** Adds components, and renews those that are known by their label. */
export async function upsertComponents(
  tx: Transaction,
  key: EngagementKey,
  grain: ComponentGrain,
  components: readonly NewComponent[],
): Promise<void> {
  if (components.length === 0) return
  const { table, columns } = tables[grain]
  const names = Object.keys(columns)
  const rows = components.map((component) => ({ ...component, ...ownValues(grain, component) }))
  const list = sql.raw(names.join(', '))
  const picked = sql.raw(names.map((name) => `r.${name}`).join(', '))
  const types = sql.raw(names.map((name) => `${name} ${columns[name]?.type}`).join(', '))
  const renewed = sql.raw(names.map((name) => `${name} = excluded.${name}`).join(', '))
  await tx.execute(sql`
    insert into ${table} as c (client_account_id, engagement_id, asset_id, label, label_key, values,
      digest, data_import_id, row_number, ${list})
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, r."assetId", r.label, r."labelKey", r.values,
      r.digest, r."dataImportId", r."rowNumber", ${picked}
    from jsonb_to_recordset(${jsonRows(rows)}) as r("assetId" uuid, label text, "labelKey" text,
      values jsonb, digest text, "dataImportId" uuid, "rowNumber" int, ${types})
    on conflict (asset_id, label_key) do update set label = excluded.label,
      values = excluded.values, digest = excluded.digest, data_import_id = excluded.data_import_id,
      row_number = excluded.row_number, updated_at = now(), ${renewed}
    where c.digest <> excluded.digest`)
}

function ownValues(grain: ComponentGrain, { values }: NewComponent): Record<string, unknown> {
  const own = Object.entries(tables[grain].columns).map(([name, { type, attributes }]) => {
    const found = attributes.flatMap((attribute) => values[attribute]?.value ?? [])
    if (type === 'text[]') return [name, found.length === 0 ? null : found.map(String)]
    const [first = null] = found
    return [name, type === 'text' && first !== null ? String(first) : first]
  })
  return Object.fromEntries(own)
}

type TotalsRow = {
  asset_id: string
  disks: number
  disk_gib: number | null
  partition_gib: number | null
  cards: number
}

/** What the components of the assets add up to; assets without components are left out. */
export async function loadComponentTotals(
  tx: Transaction,
  assetIds: Iterable<string>,
): Promise<Map<string, ComponentTotals>> {
  const ids = idList(assetIds)
  const found = await tx.execute<TotalsRow>(sql`
    select asset_id, sum(disks)::int as disks, sum(disk_gib) as disk_gib,
      sum(partition_gib) as partition_gib, sum(cards)::int as cards
    from (
      select asset_id, 1 as disks, size_gib as disk_gib, null::float8 as partition_gib, 0 as cards
      from asset_disks where asset_id = any(${ids})
      union all
      select asset_id, 0, null, capacity_gib, 0 from asset_partitions where asset_id = any(${ids})
      union all
      select asset_id, 0, null, null, 1 from asset_network_cards where asset_id = any(${ids})
    ) c group by asset_id`)
  return new Map(
    found.rows.map((row) => [
      row.asset_id,
      {
        diskCount: row.disks === 0 ? null : row.disks,
        diskGib: row.disk_gib,
        partitionGib: row.partition_gib,
        networkCards: row.cards === 0 ? null : row.cards,
      },
    ]),
  )
}
