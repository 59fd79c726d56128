import { neon, neonConfig, Pool, type PoolClient } from '@neondatabase/serverless'
import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle as drizzleHttp, type NeonHttpDatabase } from 'drizzle-orm/neon-http'
import { drizzle as drizzleSocket, type NeonDatabase } from 'drizzle-orm/neon-serverless'
import { CommitUnknown } from '@/lib/base/commit-unknown'
import type { Namespace, Tag } from '@/lib/base/tag'
import { DatabaseSocket } from './socket'

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
  /** Milliseconds after which a statement's answer is waited for no more; 50 s unless said. */
  answerWithin?: number
}

export type ReadQueries = NeonHttpDatabase
/** An open transaction. Drizzle would begin another on its socket, and so end this one. */
export type Transaction = Omit<NeonDatabase, 'transaction'>
type Query = BatchItem<'pg'>

/** What one statement announced of a namespace; a row of the outbox. */
export interface AnnouncedFacts {
  id: string
  namespace: Namespace
  tags: Tag[]
}

/** A begun transaction. It holds a socket until one of its ends is called, and takes one only. */
export interface BegunTransaction {
  readonly tx: Transaction
  /**
   * Runs what was put off until COMMIT, triggers included, then gives the facts that the
   * transaction announced, one per statement and namespace.
   */
  announced(): Promise<AnnouncedFacts[]>
  /**
   * @throws CommitUnknown when no answer came; any other error means that the database has rolled
   * the transaction back
   */
  commit(): Promise<void>
  /** Resolves when the database confirmed it. */
  rollback(): Promise<void>
}

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
  /** Begins a transaction whose end is the caller's to choose. */
  begin(tenantId: string | null): Promise<BegunTransaction>
  /** Runs `work` in one transaction; what `work` throws rolls it back. */
  transaction<T>(tenantId: string | null, work: (tx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const noTenant = ''

/** Milliseconds after which the server ends a transaction: fences are made to outlive it. */
export const transactionTimeout = 45_000

/** Applies the driver settings of a database that is not spoken to by TLS. They are global. */
function configureDriver(tls: boolean): void {
  neonConfig.webSocketConstructor = DatabaseSocket
  neonConfig.coalesceWrites = false
  if (tls) return
  neonConfig.useSecureWebSocket = false
  neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`
  neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`
}

/**
 * A login's sockets alone, as migrations need them: none is opened before it is used, and a
 * statement may take its time.
 */
export function createPool(settings: DatabaseSettings): Pool {
  configureDriver(settings.tls)
  const pool = new Pool({
    connectionString: settings.url,
    max: settings.maxConnections ?? 8,
    // The wait for a free socket counts, too.
    connectionTimeoutMillis: 30_000,
    query_timeout: settings.answerWithin ?? 0,
  })
  // A server may close an idle socket at any time. The pool forgets it and opens another when one
  // is needed, but Node ends the process over an error that nobody listens to.
  pool.on('error', () => {})
  // The same for a socket in use: there the query fails, and that is what is heard.
  pool.on('connect', (client: PoolClient) => client.on('error', () => {}))
  return pool
}

/** Opens a login. Sockets are opened by the first transaction. */
export function createDatabase(settings: DatabaseSettings): Database {
  // A server that still speaks has ended the transaction before; one that is cut off never answers.
  const pool = createPool({ answerWithin: transactionTimeout + 5_000, ...settings })
  const http = drizzleHttp(neon(settings.url))

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
    begin: (tenantId) => begin(pool, tenantId),
    transaction: (tenantId, work) => runTransaction(pool, tenantId, work),
    close: () => pool.end(),
  }
}

/** BEGIN, the tenant and the time limit travel in one message. */
async function begin(pool: Pool, tenantId: string | null): Promise<BegunTransaction> {
  const client = await pool.connect()
  const tenant = client.escapeLiteral(tenantId ?? noTenant)
  try {
    await client.query(
      `begin; select set_config('app.tenant', ${tenant}, true),
        set_config('transaction_timeout', '${transactionTimeout}', true)`,
    )
  } catch (error) {
    await rollBack(client).catch(() => undefined)
    throw error
  }
  return {
    tx: drizzleSocket(client),
    announced: () => announced(client),
    commit: () => commit(client),
    rollback: () => rollBack(client),
  }
}

/** A broken connection is not given back to the pool. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
  } catch (error) {
    client.release(true)
    throw error
  }
  client.release()
}

async function announced(client: PoolClient): Promise<AnnouncedFacts[]> {
  // One message of two statements, so one result for each.
  const results: unknown = await client.query(
    `set constraints all immediate;
     select id::text, namespace, tags from cache_outbox
      where xid = pg_current_xact_id_if_assigned()`,
  )
  const [, facts] = results as [unknown, { rows: AnnouncedFacts[] }]
  return facts.rows
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit').catch((error: unknown) => {
    const refused = isRefusal(error)
    client.release(!refused)
    throw refused ? error : new CommitUnknown(error)
  })
  client.release()
  // So PostgreSQL answers when a statement had failed and nobody minded.
  if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.')
}

/** An ERROR is the server's own word before it commits; after anything worse it may have. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR'
}

async function runTransaction<T>(
  pool: Pool,
  tenantId: string | null,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const open = await begin(pool, tenantId)
  let result: T
  try {
    result = await work(open.tx)
  } catch (error) {
    // The connection is gone then, and the transaction with it: what went wrong first counts.
    await open.rollback().catch(() => undefined)
    throw error
  }
  await open.commit()
  return result
}
