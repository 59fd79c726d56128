import { type SQL, sql } from 'drizzle-orm'

/** Values as one JSON parameter, for `jsonb_to_recordset` and its like. */
export function jsonRows(rows: readonly unknown[]): SQL {
  return sql`${JSON.stringify(rows)}::jsonb`
}

/** Ids as one parameter, for `= any(…)`. */
export function idList(ids: Iterable<string>): SQL {
  return sql`${`{${[...ids].join(',')}}`}::uuid[]`
}
