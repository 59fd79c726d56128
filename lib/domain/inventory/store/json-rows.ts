import { type SQL, sql } from 'drizzle-orm'

/** Values as one JSON parameter, for `jsonb_to_recordset` and its like. */
export function jsonRows(rows: readonly unknown[]): SQL {
  return sql`${JSON.stringify(rows)}::jsonb`
}

/**
 * Values as one JSON parameter, for `json_to_recordset`: it is read once, where `jsonRows` makes a
 * value of every part first. For rows that are stored as they are.
 */
export function plainJsonRows(rows: readonly unknown[]): SQL {
  return sql`${JSON.stringify(rows)}::json`
}

/** The same of rows that are JSON already. */
export function rowsOfJson(rows: readonly string[]): SQL {
  return sql`${`[${rows.join(',')}]`}::json`
}

/** A row of one field at least as JSON, with another whose value is JSON already. */
export function withField(row: Readonly<Record<string, unknown>>, name: string, json: string) {
  return `${JSON.stringify(row).slice(0, -1)},${JSON.stringify(name)}:${json}}`
}

/** Ids as one parameter, for `= any(…)`. */
export function idList(ids: Iterable<string>): SQL {
  return sql`${`{${[...ids].join(',')}}`}::uuid[]`
}

/** The first and the last row number; of no rows, a range that is empty. */
export function rangeOf(rows: readonly { rowNumber: number }[]): [first: number, last: number] {
  let [first, last] = [0, -1]
  for (const { rowNumber } of rows) {
    first = last < 0 ? rowNumber : Math.min(first, rowNumber)
    last = Math.max(last, rowNumber)
  }
  return [first, last]
}
