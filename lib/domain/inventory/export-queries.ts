import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { canonicalAttributes } from '../mapping/catalogue/attributes'
import { conditionOf } from './asset-list-queries'
import { exportTitle } from './export-title'
import { pageOfIds } from './keyset'
import {
  type AssetExportPage,
  type AssetFilter,
  type AttributeValue,
  decodeCursor,
  type ExportColumn,
  encodeCursor,
} from './schema'

const rowsPerPage = 1000

/** The attributes that any asset of the filter has, in the catalogue's order; name and type first. */
export async function listExportColumns(
  key: EngagementKey,
  db: Database,
  filter: AssetFilter,
): Promise<ExportColumn[]> {
  const found = await db.read(key.clientId, (q) =>
    q.execute<{ attribute: string }>(sql`
      select distinct k.attribute from assets a, jsonb_object_keys(a.attributes) k(attribute)
      where ${conditionOf(key, filter)}`),
  )
  const used = new Set(found.rows.map(({ attribute }) => attribute))
  const first = ['name', 'asset_type']
  const rest = canonicalAttributes.filter(({ name }) => used.has(name) && !first.includes(name))
  return [...first, ...rest.map(({ name }) => name)].map((attribute) => ({
    attribute,
    title: exportTitle(attribute),
  }))
}

/** One page of the export in the order of names. */
export async function listForExport(
  key: EngagementKey,
  db: Database,
  input: { filter: AssetFilter; columns: readonly ExportColumn[]; cursor: string | null },
): Promise<AssetExportPage> {
  const cursor = input.cursor === null ? null : decodeCursor(input.cursor)
  const order = { sort: 'name', descending: false } as const
  const ids = pageOfIds(order, cursor, conditionOf(key, input.filter), rowsPerPage)
  const found = await db.read(key.clientId, (q) =>
    q.execute<{
      id: string
      name: string
      name_key: string
      asset_type: string
      attributes: Record<string, AttributeValue>
    }>(sql`
      select a.id, a.name, a.name_key, a.asset_type, a.attributes
      from (select id, row_number() over () as nth from (${ids}) i) p
      join assets a on a.id = p.id order by p.nth`),
  )
  const shown = found.rows.slice(0, rowsPerPage)
  const last = found.rows.length > rowsPerPage ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) => {
      const values: Record<string, AttributeValue | undefined> = {
        ...row.attributes,
        name: row.name,
        asset_type: row.asset_type,
      }
      return { id: row.id, cells: input.columns.map(({ attribute }) => textOf(values[attribute])) }
    }),
    next: last ? encodeCursor({ backward: false, values: [last.name_key], id: last.id }) : null,
  }
}

function textOf(value: AttributeValue | undefined): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
