import { is } from 'drizzle-orm'
import { getTableConfig, PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import { bulkPart, listPart } from '@/lib/base/collection-tags'
import { encodePart, globalNamespace } from '@/lib/base/tag'
import * as schema from '../schema'
import type { Announced, Parent, Touch } from './declaration'
import { declarations } from './declarations'

/** A statement that changes more rows than this announces `bulk` instead of each of them. */
export const namedRows = 256

const tables: Readonly<Record<keyof typeof declarations, PgTable>> = schema
const names = Object.keys(declarations) as (keyof typeof declarations)[]

/** The tables that announce their changes. */
export const announcedTables = names.flatMap((name) => {
  const declared = declarations[name]
  return 'touches' in declared ? [{ table: tables[name], declared }] : []
})

/**
 * The functions and triggers by which every change announces itself, as SQL that may be run over
 * those of an earlier version.
 * UUIDs alone are written into tags: they need no encoding.
 */
export function coherenceSql(): string {
  return [
    tagsFunction,
    truncationFunction,
    ...announcedTables.map(({ table, declared }) => tableSql(table, declared)),
  ].join('\n')
}

// With the owner's rights, so that whoever may change a row can announce it; nobody writes the
// outbox otherwise. The path is fixed, as it has to be with those rights.
const withOwnersRights = `SECURITY DEFINER SET search_path = pg_catalog, pg_temp`

const tagsFunction = `-- The tags of changed rows of a collection.
CREATE OR REPLACE FUNCTION cache_tags(collection text, changed uuid[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[collection || ':${listPart}'] || CASE
    WHEN cardinality(changed) > ${namedRows} THEN ARRAY[collection || ':${bulkPart}']
    ELSE ARRAY(SELECT collection || ':' || id FROM unnest(changed) AS id)
  END
$$;`

const truncationFunction = `-- A truncation says nothing of its rows, so it purges every namespace.
CREATE OR REPLACE FUNCTION announce_truncation() RETURNS trigger
LANGUAGE plpgsql ${withOwnersRights} AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, ARRAY[namespace] FROM (
    SELECT '${globalNamespace}' AS namespace
    UNION ALL SELECT 'client.' || id FROM public.client_accounts
  ) AS namespaces;
  RETURN NULL;
END
$$;`

/**
 * The functions and triggers of one table.
 * @throws when a declaration names a column that is no UUID, or an engagement that is not there
 */
export function tableSql(table: PgTable, { touches, quiet }: Announced): string {
  const { name, columns } = getTableConfig(table)
  if (touches.some(({ ofEngagement }) => ofEngagement) && !namesEngagement(columns)) {
    throw new Error(`${name} names no engagement`)
  }
  const wholeRows = touches.filter(({ shows }) => shows === undefined)
  const inserted = 'REFERENCING NEW TABLE AS changed_rows'
  const deleted = 'REFERENCING OLD TABLE AS changed_rows'
  const updated = 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'
  return `
${functionSql(`${name}_insert`, wholeRows, () => 'changed_rows')}
${functionSql(`${name}_update`, touches, (touch) => updatedRows(comparison(table, touch, quiet)))}
${functionSql(`${name}_delete`, touches, () => 'changed_rows')}
${triggerSql('INSERT', name, inserted)}
${triggerSql('UPDATE', name, updated)}
${triggerSql('DELETE', name, deleted)}
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON ${name}
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();`
}

function triggerSql(event: string, table: string, rows: string): string {
  const name = event.toLowerCase()
  return `CREATE OR REPLACE TRIGGER announce_${name} AFTER ${event} ON ${table}
  ${rows} FOR EACH STATEMENT EXECUTE FUNCTION announce_${table}_${name}();`
}

/** @param rowsOf where a touch finds the rows that were changed */
function functionSql(
  name: string,
  touches: readonly Touch[],
  rowsOf: (touch: Touch) => string,
): string {
  const facts = touches.map((touch) => factsSql(touch, rowsOf(touch))).join('\n    UNION ALL\n')
  return `CREATE OR REPLACE FUNCTION announce_${name}() RETURNS trigger
LANGUAGE plpgsql ${withOwnersRights} AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
${facts}
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;`
}

/** The tags of one collection that rows touch, with their namespace. */
function factsSql({ kind, ofEngagement, row }: Touch, rows: string): string {
  const [id, from] = isColumn(row) ? [`changed.${uuidName(row)}`, ''] : joinSql(row)
  const client = `'client.' || changed.client_account_id`
  const namespace = ofEngagement ? client : `'${globalNamespace}'`
  const collection = ofEngagement
    ? `${client} || ':${plain(kind)}:' || changed.engagement_id`
    : `'${globalNamespace}:${plain(kind)}'`
  const grouped = ofEngagement
    ? 'GROUP BY changed.client_account_id, changed.engagement_id'
    : 'HAVING count(*) > 0'
  return `    SELECT ${namespace} AS namespace, unnest(public.cache_tags(
      ${collection}, array_agg(DISTINCT ${id}) FILTER (WHERE ${id} IS NOT NULL))) AS tag
    FROM ${rows} AS changed${from} ${grouped}`
}

function joinSql({ table, on: [theirs, own], id }: Parent): [id: string, from: string] {
  const { name } = getTableConfig(table)
  const condition = `parent.${theirs.name} = changed.${own.name}`
  return [`parent.${uuidName(id)}`, `\n    LEFT JOIN public.${name} AS parent ON ${condition}`]
}

/** What of a row makes an update of it worth telling, as SQL; null for all of it. */
type Comparison = ((row: string) => string) | null

function comparison(table: PgTable, touch: Touch, quiet: readonly PgColumn[]): Comparison {
  if (touch.shows) {
    const { columns, primaryKeys } = getTableConfig(table)
    const key = [...columns.filter(({ primary }) => primary), ...(primaryKeys[0]?.columns ?? [])]
    const names = [...key, ownColumn(touch.row), ...touch.shows].map(({ name }) => name)
    const compared = [...new Set([...(touch.ofEngagement ? place : []), ...names])]
    return (row) => `jsonb_build_array(${compared.map((name) => `${row}.${name}`).join(', ')})`
  }
  if (quiet.length === 0) return null
  // Whatever is not quiet by name is loud: a column that is added later, too.
  return (row) => `to_jsonb(${row}) - ARRAY[${quiet.map(({ name }) => `'${name}'`).join(', ')}]`
}

/** Rows before and after an update; those without a difference worth telling are left out. */
function updatedRows(compared: Comparison): string {
  const either = (rows: string, others: string) =>
    compared
      ? `SELECT * FROM ${rows} AS one WHERE NOT EXISTS (
        SELECT FROM ${others} AS other WHERE ${compared('other')} = ${compared('one')})`
      : `SELECT * FROM ${rows}`
  return `(
      ${either('old_rows', 'new_rows')}
      UNION ALL ${either('new_rows', 'old_rows')}
    )`
}

/** The columns by which a row names its engagement. */
const place = ['client_account_id', 'engagement_id']

function namesEngagement(columns: readonly PgColumn[]): boolean {
  const uuids = columns.filter((column) => column.notNull && column.getSQLType() === 'uuid')
  const names = uuids.map(({ name }) => name)
  return place.every((name) => names.includes(name))
}

function isColumn(row: Touch['row']): row is PgColumn {
  return is(row, PgColumn)
}

function ownColumn(row: Touch['row']): PgColumn {
  return isColumn(row) ? row : row.on[1]
}

function uuidName(column: PgColumn): string {
  if (column.getSQLType() !== 'uuid') throw new Error(`${column.name} is no UUID`)
  return column.name
}

function plain(kind: string): string {
  if (encodePart(kind) !== kind) throw new Error(`${kind} would need to be encoded`)
  return kind
}
