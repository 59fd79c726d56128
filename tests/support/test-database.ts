import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { farEnds } from './far-ends'

/**
 * A database of its own for a test file: migrated, empty, the three logins of the site. Made from
 * a template in about 50 ms, so tests share nothing and run at the same time.
 *
 * ```ts
 * const database = await createTestDatabase()
 * afterAll(() => database.drop())
 * const app = createDatabase({ url: database.appUrl, tls: false })
 * ```
 *
 * Close what was opened on it before `drop`. Redis and Edge Config are shared by all files.
 */
export interface TestDatabase {
  name: string
  /** The owner's login: no row level security; for migrations and for arranging a test. */
  ownerUrl: string
  /** The tenants' login: row level security is forced. */
  appUrl: string
  platformUrl: string
  /** The environment of a site on this database; APP_URL is missing. */
  env: Record<string, string>
  drop(): Promise<void>
}

const template = 'portolan'

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: farEnds().superuserUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** @param url of the template, or nothing when the environment lacks it */
function onDatabase(name: string, url = ''): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/**
 * Connections that are just being closed are waited for, as PostgreSQL does for five seconds by
 * itself: one that is cut off may still tell its client, who no longer listens, and the process of
 * the test would end. Those that the far end keeps for queries over HTTP are nobody's by now.
 */
async function dropDatabase(name: string): Promise<void> {
  await asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = '${name}' and application_name = 'neon-sql'`)
  try {
    await asSuperuser(`drop database if exists ${name}`)
  } catch (error) {
    if (!isInUse(error)) throw error
    await asSuperuser(`drop database ${name} with (force)`)
  }
}

/** `object_in_use` of PostgreSQL's table of error codes. */
const isInUse = (error: unknown) => error instanceof pg.DatabaseError && error.code === '55006'

/** Makes a database from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { env, ownerUrl } = farEnds()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`create database ${name} template ${template} owner owner`)
  const urls = {
    DATABASE_URL: onDatabase(name, env.DATABASE_URL),
    PLATFORM_DATABASE_URL: onDatabase(name, env.PLATFORM_DATABASE_URL),
  }
  return {
    name,
    ownerUrl: onDatabase(name, ownerUrl),
    appUrl: urls.DATABASE_URL,
    platformUrl: urls.PLATFORM_DATABASE_URL,
    env: { ...env, ...urls },
    drop: () => dropDatabase(name),
  }
}
