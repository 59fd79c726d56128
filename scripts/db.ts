import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createPool } from '@/db/client'
import { pendingMigrations } from '@/db/migrate/history'
import { MigrationError } from '@/db/migrate/migration-error'
import { type Migration, migrationTags, readMigrations } from '@/db/migrate/migration-files'
import { appliedMigrations, type MigrationClient, migrate, rollback } from '@/db/migrate/runner'

const root = path.join(import.meta.dirname, '..')
const folder = path.join(root, 'db', 'migrations')

const usage = `usage: db generate [--name NAME] [--custom]   write a migration from the schema
       db migrate                              run what has not been run
       db status                               what was run, what was not
       db sql                                  print what migrate would run
       db rollback [--to NNNN | --all]         undo the newest, those after NNNN, or all`

/** Opens the owner's login for one piece of work. */
async function withOwner<T>(work: (client: MigrationClient) => Promise<T>): Promise<T> {
  const url = process.env.OWNER_DATABASE_URL
  if (!url)
    throw new MigrationError('OWNER_DATABASE_URL is not set: the login that owns the tables')
  const pool = createPool({ url, tls: process.env.DATABASE_TLS !== 'off', maxConnections: 1 })
  try {
    const client = await pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}

function generate(options: string[]): void {
  const tool = path.join(root, 'node_modules', '.bin', 'drizzle-kit')
  const run = spawnSync(tool, ['generate', ...options], { cwd: root, stdio: 'inherit' })
  if (run.status !== 0) throw new MigrationError('drizzle-kit could not write a migration')
  for (const tag of migrationTags(folder)) {
    if (!existsSync(path.join(folder, `${tag}.down.sql`))) {
      console.log(`Now write db/migrations/${tag}.down.sql by hand.`)
    }
  }
}

async function showStatus(client: MigrationClient, migrations: Migration[]): Promise<void> {
  const applied = await appliedMigrations(client)
  for (const { tag, appliedAt } of applied)
    console.log(`run      ${tag}  ${appliedAt.toISOString()}`)
  for (const { tag } of pendingMigrations(migrations, applied)) console.log(`pending  ${tag}`)
}

async function printPending(client: MigrationClient, migrations: Migration[]): Promise<void> {
  for (const { tag, sql } of pendingMigrations(migrations, await appliedMigrations(client))) {
    console.log(`-- ${tag}\nbegin;\n${sql.trim()}\ncommit;\n`)
  }
}

async function main(args: string[]): Promise<void> {
  const [command, ...options] = args
  if (command === 'generate') return generate(options)
  const { values } = parseArgs({
    args: options,
    options: { to: { type: 'string' }, all: { type: 'boolean' } },
  })
  const commands: Record<string, (client: MigrationClient, all: Migration[]) => Promise<unknown>> =
    {
      status: showStatus,
      sql: printPending,
      migrate: async (client, migrations) => {
        const tags = await migrate(client, migrations, (tag) => console.log(`ran     ${tag}`))
        if (tags.length === 0) console.log('The database is up to date.')
      },
      rollback: (client, migrations) =>
        rollback(client, migrations, values.all ? 'all' : (values.to ?? 'last'), (tag) =>
          console.log(`undone  ${tag}`),
        ),
    }
  const work = commands[command ?? '']
  if (!work) throw new MigrationError(usage)
  await withOwner((client) => work(client, readMigrations(folder)))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof MigrationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
