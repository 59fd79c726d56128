import { neon, neonConfig, Pool, type PoolClient } from '@neondatabase/serverless'
import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle as drizzleHttp, type NeonHttpDatabase } from 'drizzle-orm/neon-http'
import { drizzle as drizzleSocket, type NeonDatabase } from 'drizzle-orm/neon-serverless'
import ws from 'ws'
import * as schema from './schema'

/** Where reads load from: the tenants' login and the platform's. */
export interface ReadSources {
  tenant: Database
  platform: Database
}

export interface DatabaseSettings {
  /** A postgres URL; its login decides what row level security lets through. */
  url: string
  /** Whether Neon's endpoints are spoken to by https and wss. */
  tls: boolean
  /** Open sockets for transactions at most. */
  maxConnections?: number
}

export type ReadQueries = NeonHttpDatabase<typeof schema>
/** An open transaction. */
export type Transaction = NeonDatabase<typeof schema>
type Query = BatchItem<'pg'>

/** A login's two ways to the database: reads in one HTTP trip, transactions over a socket. */
export interface Database {
  /**
   * One read in one trip: sets the tenant and runs the query in one transaction.
   * @param tenantId the client account whose rows are visible; null for none
   */
  read<Q extends Query>(tenantId: string | null, build: (db: ReadQueries) => Q): Promise<Awaited<Q>>
  /** Several reads of one snapshot in one trip. */
  readAll<const Q extends readonly Query[]>(
    tenantId: string | null,
    build: (db: ReadQueries) => Q,
  ): Promise<{ -readonly [I in keyof Q]: Awaited<Q[I]> }>
  /** Runs `work` in one transaction; what `work` throws rolls it back. */
  transaction<T>(tenantId: string | null, work: (tx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const noTenant = ''

/** Applies the driver settings of a database that is not spoken to by TLS. They are global. */
function configureDriver(tls: boolean): void {
  neonConfig.webSocketConstructor = ws
  if (tls) return
  neonConfig.useSecureWebSocket = false
  neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`
  neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`
}

/** A login's sockets alone, as migrations need them. None is opened before it is used. */
export function createPool(settings: DatabaseSettings): Pool {
  configureDriver(settings.tls)
  const pool = new Pool({ connectionString: settings.url, max: settings.maxConnections ?? 8 })
  // A server may close an idle socket at any time. The pool forgets it and opens another when one
  // is needed, but Node ends the process over an error that nobody listens to.
  pool.on('error', () => {})
  // The same for a socket in use: there the query fails, and that is what is heard.
  pool.on('connect', (client: PoolClient) => client.on('error', () => {}))
  return pool
}

/** Opens a login. Sockets are opened by the first transaction. */
export function createDatabase(settings: DatabaseSettings): Database {
  const pool = createPool(settings)
  const http = drizzleHttp(neon(settings.url), { schema })

  const readAll: Database['readAll'] = async (tenantId, build) => {
    const setTenant = http.execute(
      sql`select set_config('app.tenant', ${tenantId ?? noTenant}, true)`,
    )
    const [, ...results] = await http.batch([setTenant, ...build(http)])
    return results as never
  }

  return {
    readAll,
    read: (tenantId, build) =>
      readAll(tenantId, (db) => [build(db)]).then((results) => results[0] as never),
    transaction: (tenantId, work) => runTransaction(pool, tenantId, work),
    close: () => pool.end(),
  }
}

/** BEGIN and the tenant travel in one message; a broken connection is not given back to the pool. */
async function runTransaction<T>(
  pool: Pool,
  tenantId: string | null,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const tenant = client.escapeLiteral(tenantId ?? noTenant)
    await client.query(`begin; select set_config('app.tenant', ${tenant}, true)`)
    const result = await work(drizzleSocket(client, { schema }))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.release(broken)
  }
}
