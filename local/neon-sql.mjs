import pg from 'pg'
import { readBody, sendJson } from './http-messages.mjs'

/**
 * @typedef {{ query: string, params?: unknown[] }} Statement
 * @typedef {(statements: number) => void} OnStatements
 * @typedef {{ port: number, pools: Map<string, pg.Pool>, onStatements?: OnStatements }} Databases
 */

const isolationLevels = new Map([
  ['ReadUncommitted', 'read uncommitted'],
  ['ReadCommitted', 'read committed'],
  ['RepeatableRead', 'repeatable read'],
  ['Serializable', 'serializable'],
])

// The client's own parsers make values of the text.
const asText = { getTypeParser: () => (/** @type {string} */ value) => value }

const errorFields = /** @type {const} */ ([
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
])

/** @param {unknown} error @returns {Record<string, unknown>} as Neon's endpoint reports it */
function describeError(error) {
  const source = /** @type {Record<string, unknown>} */ (error)
  const fields = errorFields.map((name) => [name, source[name] ?? null])
  return { message: String(source.message), ...Object.fromEntries(fields) }
}

/**
 * Runs a statement as Neon does, by the extended protocol even without parameters.
 * @param {pg.PoolClient} client
 * @param {Statement} statement
 * @param {boolean} arrayMode
 */
async function runStatement(client, { query, params = [] }, arrayMode) {
  const config = { text: query, values: params, types: asText, queryMode: 'extended' }
  const result = arrayMode
    ? await client.query(
        /** @type {pg.QueryArrayConfig<unknown[]>} */ ({ ...config, rowMode: 'array' }),
      )
    : await client.query(/** @type {pg.QueryConfig<unknown[]>} */ (config))
  return {
    command: result.command,
    rowCount: result.rowCount,
    rows: result.rows,
    fields: result.fields,
    rowAsArray: arrayMode,
  }
}

/** @param {import('node:http').IncomingHttpHeaders} headers @returns {string} the words after BEGIN */
function transactionMode(headers) {
  const level = isolationLevels.get(String(headers['neon-batch-isolation-level'] ?? ''))
  const words = level ? [`isolation level ${level}`] : []
  if (headers['neon-batch-read-only'] === 'true') words.push('read only')
  if (headers['neon-batch-deferrable'] === 'true') words.push('deferrable')
  return words.join(', ')
}

/**
 * @param {pg.PoolClient} client
 * @param {Statement[]} statements
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {boolean} arrayMode
 */
async function runBatch(client, statements, headers, arrayMode) {
  await client.query(`begin ${transactionMode(headers)}`)
  try {
    const results = []
    for (const statement of statements) {
      results.push(await runStatement(client, statement, arrayMode))
    }
    await client.query('commit')
    return { results }
  } catch (error) {
    // A connection that cannot roll back is broken, and its transaction with it.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** @param {Databases} databases @param {string} connectionString of the bridge's address */
function poolFor({ port, pools }, connectionString) {
  const existing = pools.get(connectionString)
  if (existing) return existing
  const url = new URL(connectionString)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  url.search = ''
  const pool = new pg.Pool({
    connectionString: url.href,
    application_name: 'neon-sql',
    max: 20,
    idleTimeoutMillis: 10_000,
  })
  // An idle connection may end with its database; the pool makes another when it is needed.
  pool.on('error', () => undefined)
  pools.set(connectionString, pool)
  return pool
}

/**
 * @param {Databases} databases
 * @param {import('node:http').IncomingMessage} request
 */
async function answer(databases, request) {
  const body = JSON.parse(await readBody(request))
  databases.onStatements?.(body.queries?.length ?? 1)
  const connectionString = String(request.headers['neon-connection-string'] ?? '')
  const arrayMode = request.headers['neon-array-mode'] === 'true'
  const client = await poolFor(databases, connectionString).connect()
  let broken = false
  try {
    return body.queries
      ? await runBatch(client, body.queries, request.headers, arrayMode)
      : await runStatement(client, body, arrayMode)
  } catch (error) {
    // Without an SQLSTATE it was the connection that failed.
    broken = !(/** @type {{ code?: string }} */ (error).code?.match(/^[0-9A-Z]{5}$/))
    throw error
  } finally {
    if (broken) client.release(true)
    else await forgetSession(client)
  }
}

/** Settings of one request must not reach the next one that gets the connection. @param {pg.PoolClient} client */
async function forgetSession(client) {
  try {
    await client.query('discard all')
    client.release()
  } catch {
    client.release(true)
  }
}

/**
 * Neon's SQL over HTTP: one statement, or several in one transaction.
 * @param {number} port of the PostgreSQL server
 * @param {OnStatements} [onStatements]
 */
export function createSqlEndpoint(port, onStatements) {
  /** @type {Databases} */
  const databases = { port, pools: new Map(), onStatements }
  return {
    /**
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     */
    handle(request, response) {
      answer(databases, request).then(
        (body) => sendJson(response, 200, body),
        (error) => sendJson(response, 400, describeError(error)),
      )
    },
    async close() {
      await Promise.all([...databases.pools.values()].map((pool) => pool.end()))
    },
  }
}
