import { setTimeout as sleep } from 'node:timers/promises'

export const databaseName = 'portolan'

const logins = {
  owner: 'login createrole bypassrls',
  app: 'login',
  platform: 'login',
}

/**
 * The URL of a login, straight to the server.
 * @param {string} login @param {string} password @param {number} port @param {string} [database]
 */
export function databaseUrl(login, password, port, database = databaseName) {
  return `postgres://${login}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** @param {unknown} error whether the server is only not there yet */
function isStillStarting(error) {
  const code = /** @type {{ code?: string }} */ (error).code
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03'
}

/**
 * @param {string} url
 * @returns {Promise<import('pg').Client>} connected, once the server accepts
 */
async function connectWhenReady(url) {
  const { default: pg } = await import('pg')
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (!isStillStarting(error) || Date.now() > deadline) throw error
      await sleep(25)
    }
  }
}

/**
 * Makes the logins and the database when they are missing and sets the passwords.
 * @param {number} port
 * @param {import('./state.mjs').Secrets['databasePasswords']} passwords
 * @returns {Promise<true>} when the server accepted and has them all
 */
export async function ensureLogins(port, passwords) {
  const client = await connectWhenReady(
    databaseUrl('postgres', passwords.postgres, port, 'postgres'),
  )
  try {
    const roles = (await client.query('select rolname from pg_roles')).rows
    const existing = new Set(roles.map((row) => row.rolname))
    for (const [login, attributes] of Object.entries(logins)) {
      const verb = existing.has(login) ? 'alter' : 'create'
      const password = client.escapeLiteral(passwords[/** @type {'owner'} */ (login)])
      await client.query(`${verb} role ${login} with ${attributes} password ${password}`)
    }
    const databases = await client.query('select 1 from pg_database where datname = $1', [
      databaseName,
    ])
    if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner owner`)
    return true
  } finally {
    await client.end()
  }
}
