import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { MigrationError } from './migration-error'

/** One migration as it stands in the folder. */
export interface Migration {
  /** The file's name without its ending, such as `0001_tables`. */
  tag: string
  sql: string
  /** SHA-256 of `sql`, in hexadecimal. */
  hash: string
  /** Undoes `sql`. */
  downSql: string
}

const journal = z.object({
  entries: z.array(z.object({ idx: z.number().int(), tag: z.string() })),
})

/** The migrations of a folder, in the order of drizzle's journal. */
export function migrationTags(folder: string): string[] {
  const { entries } = journal.parse(
    JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')),
  )
  return entries.toSorted((a, b) => a.idx - b.idx).map(({ tag }) => tag)
}

/**
 * Reads a folder of migrations, in order.
 * @throws MigrationError when a file of the journal or its `.down.sql` is missing
 */
export function readMigrations(folder: string): Migration[] {
  return migrationTags(folder).map((tag) => {
    const sql = readSql(folder, `${tag}.sql`)
    return { tag, sql, hash: hashOf(sql), downSql: readSql(folder, `${tag}.down.sql`) }
  })
}

function readSql(folder: string, name: string): string {
  const file = path.join(folder, name)
  if (!existsSync(file)) throw new MigrationError(`${name} is missing`)
  return readFileSync(file, 'utf8')
}

/** Line ends do not count: a checkout on another system may have changed them. */
function hashOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}
