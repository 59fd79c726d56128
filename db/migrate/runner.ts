import * as z from 'zod'
import { type AppliedMigration, migrationsToUndo, pendingMigrations } from './history'
import { MigrationError } from './migration-error'
import type { Migration } from './migration-files'

/** One connection of the owner. */
export interface MigrationClient {
  query(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Record<string, unknown>[] } | { rows: Record<string, unknown>[] }[]>
}

const appliedMigration = z.object({ tag: z.string(), hash: z.string(), appliedAt: z.coerce.date() })

/** Any number that nobody else uses as the key of an advisory lock. */
const lockKey = 7_265_042_001

/** What was run, oldest first. */
export async function appliedMigrations(client: MigrationClient): Promise<AppliedMigration[]> {
  const rows = await select(client, "select to_regclass('public.schema_migrations') as found")
  if (rows[0]?.found === null) return []
  const applied = await select(
    client,
    `select tag, hash,
            to_char(applied_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "appliedAt"
       from schema_migrations order by tag`,
  )
  return applied.map((row) => appliedMigration.parse(row))
}

/**
 * Runs what has not been run yet, each in a transaction of its own. Two runners at once take turns
 * and run each migration once.
 * @returns the tags of what this call ran
 * @throws MigrationError; the migrations before the failing one stay
 */
export async function migrate(
  client: MigrationClient,
  migrations: readonly Migration[],
  onDone: (tag: string) => void = () => {},
): Promise<string[]> {
  const tags: string[] = []
  for (;;) {
    const tag = await withLock(client, async (applied) => {
      const [next] = pendingMigrations(migrations, applied)
      if (!next) return null
      await runFile(client, `${next.tag}.sql`, next.sql)
      await client.query('insert into schema_migrations (tag, hash) values ($1, $2)', [
        next.tag,
        next.hash,
      ])
      return next.tag
    })
    if (tag === null) return tags
    tags.push(tag)
    onDone(tag)
  }
}

/**
 * Undoes migrations, newest first, each in a transaction of its own.
 * @param target `last`, `all`, or the tag or number of the migration that stays as the newest
 * @returns the tags of what was undone
 * @throws MigrationError
 */
export async function rollback(
  client: MigrationClient,
  migrations: readonly Migration[],
  target: string,
  onDone: (tag: string) => void = () => {},
): Promise<string[]> {
  const tags = migrationsToUndo(migrations, await appliedMigrations(client), target).map(
    ({ tag }) => tag,
  )
  for (const tag of tags) {
    await withLock(client, async (applied) => {
      const [newest] = migrationsToUndo(migrations, applied, 'last')
      if (newest?.tag !== tag) throw new MigrationError(`${tag} is no longer the newest`)
      await runFile(client, `${tag}.down.sql`, newest.downSql)
      await client.query('delete from schema_migrations where tag = $1', [tag])
    })
    onDone(tag)
  }
  return tags
}

/** The lock ends with its transaction, so that it also holds behind a transaction pooler. */
async function withLock<T>(
  client: MigrationClient,
  work: (applied: AppliedMigration[]) => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${lockKey})`)
    await client.query(
      `create table if not exists public.schema_migrations (
         tag text primary key,
         hash text not null,
         applied_at timestamptz not null default now()
       )`,
    )
    const result = await work(await appliedMigrations(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** A whole file is one message: PostgreSQL itself takes it apart. */
async function runFile(client: MigrationClient, name: string, sql: string): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new MigrationError(`${name}${lineOf(sql, error)}: ${error.message}`, { cause: error })
  }
}

function lineOf(sql: string, error: Error & { position?: unknown }): string {
  const position = Number(error.position)
  return position > 0 ? `, line ${sql.slice(0, position).split('\n').length}` : ''
}

async function select(client: MigrationClient, text: string): Promise<Record<string, unknown>[]> {
  const result = await client.query(text)
  return Array.isArray(result) ? [] : result.rows
}
