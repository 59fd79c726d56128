import { type SQL, sql } from 'drizzle-orm'
import type { AssetCursor, AssetSort } from './schema'

interface SortColumn {
  column: SQL
  type: SQL
}

interface SortRule {
  columns: SortColumn[]
  /** Whether assets without a value exist; they come last in both directions. */
  nullable: boolean
}

const column = (name: string, type: string): SortColumn => ({
  column: sql.raw(`a.${name}`),
  type: sql.raw(type),
})

/** The only columns that an order may name; each has an index with the engagement before it. */
const rules: Record<AssetSort, SortRule> = {
  name: { columns: [column('name_key', 'text')], nullable: false },
  type: { columns: [column('asset_type', 'text'), column('name_key', 'text')], nullable: false },
  cpu: { columns: [column('cpu_count', 'int')], nullable: true },
  memory: { columns: [column('memory_mib', 'double precision')], nullable: true },
  storage: { columns: [column('disk_total_gib', 'double precision')], nullable: true },
}

export interface Order {
  sort: AssetSort
  descending: boolean
}

/** `-cpu` → by CPU, descending. */
export function parseOrder(text: string): Order {
  const descending = text.startsWith('-')
  const name = descending ? text.slice(1) : text
  const sort = (Object.keys(rules) as AssetSort[]).find((known) => known === name) ?? 'name'
  return { sort, descending }
}

/**
 * A select of the ids of one page, and of one asset more to tell whether it goes on. Assets without
 * a value are a second stretch behind the others, so that both are read in the order of an index.
 * @param condition what else holds of an asset `a`
 */
export function pageOfIds(
  order: Order,
  cursor: AssetCursor | null,
  condition: SQL,
  limit: number,
): SQL {
  const backward = cursor?.backward ?? false
  const { nullable } = rules[order.sort]
  const stretches: (boolean | null)[] = nullable ? [false, true] : [null]
  const walked = backward ? stretches.reverse() : stretches
  const begin = cursor && nullable ? walked.indexOf(cursor.values[0] === null) : 0
  const parts = walked.slice(Math.max(begin, 0)).map((valueless, index) => {
    const start = index === 0 ? cursor : null
    return stretch(order, { valueless, start, backward, position: index }, condition, limit + 1)
  })
  return sql`select id from (${sql.join(parts, sql` union all `)}) s
    order by s.position, s.place limit ${limit + 1}`
}

interface Stretch {
  /** Whether the assets are those without a value; null where all have one. */
  valueless: boolean | null
  /** Where to begin; null for the stretch's own beginning. */
  start: AssetCursor | null
  backward: boolean
  position: number
}

function stretch(order: Order, part: Stretch, condition: SQL, limit: number): SQL {
  const { columns } = rules[order.sort]
  const fields = [...columns, column('id', 'uuid')]
  const ascending = order.descending === part.backward
  const ordering = sql.join(
    fields.map((field) => sql`${field.column} ${sql.raw(ascending ? 'asc' : 'desc')}`),
    sql`, `,
  )
  // In the stretch without values only the ids are left to compare.
  const compared = part.valueless ? fields.slice(-1) : fields
  const beyond = part.start ? comparison(compared, part.start, ascending) : sql`true`
  return sql`(select o.id, ${part.position}::int as position, row_number() over () as place from (
    select a.id from assets a
    where ${condition} and ${valuesIn(columns, part.valueless)} and ${beyond}
    order by ${ordering} limit ${limit}) o)`
}

function valuesIn([first]: SortColumn[], valueless: boolean | null): SQL {
  if (valueless === null || !first) return sql`true`
  return valueless ? sql`${first.column} is null` : sql`${first.column} is not null`
}

/** Rows beyond the cursor, as one comparison of rows that an index can begin at. */
function comparison(fields: SortColumn[], { values, id }: AssetCursor, ascending: boolean): SQL {
  const known = fields.length === 1 ? [id] : [...values.slice(0, fields.length - 1), id]
  const left = sql.join(
    fields.map((field) => field.column),
    sql`, `,
  )
  const right = sql.join(
    fields.map((field, index) => sql`${known[index] ?? null}::${field.type}`),
    sql`, `,
  )
  return sql`(${left}) ${sql.raw(ascending ? '>' : '<')} (${right})`
}
