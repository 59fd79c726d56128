import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from './ports.mjs'
import { locatePostgres, serverUser } from './postgres-location.mjs'
import { ensureLogins } from './postgres-logins.mjs'
import { endGroup, isAlive, run } from './processes.mjs'
import { LaunchError } from './report.mjs'

/** @typedef {import('./postgres-location.mjs').PostgresLocation} PostgresLocation */

/**
 * @typedef {object} RunningPostgres
 * @property {number} port
 * @property {boolean} created whether this start made the cluster
 * @property {string} origin
 * @property {string} home folder beside the cluster; lives and dies with it
 * @property {() => Promise<void>} stop
 */

// Settings of data that is thrown away: a power cut may lose it.
const throwawaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** @param {PostgresLocation} location @param {string} password of the superuser `postgres` */
async function initialise(location, password) {
  const user = serverUser()
  rmSync(location.cluster, { recursive: true, force: true })
  mkdirSync(location.home, { recursive: true })
  chmodSync(location.home, 0o700)
  const passwordFile = path.join(location.home, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const file of [location.home, passwordFile]) chownSync(file, user.uid, user.gid)
  // The driver sends its password with its first message, which SCRAM does not allow.
  const options = ['--username=postgres', '--auth=password', `--pwfile=${passwordFile}`]
  const locale = ['--encoding=UTF8', '--locale=C']
  if (location.major >= 17) locale.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  const { code, output } = await run(
    path.join(location.bin, 'initdb'),
    [`--pgdata=${location.cluster}`, ...options, ...locale, '--no-sync'],
    { ...user, cwd: location.home, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  rmSync(passwordFile)
  if (code === 0) return
  rmSync(location.cluster, { recursive: true, force: true })
  throw new LaunchError(`PostgreSQL could not make its data folder:\n${output}`)
}

/** @param {PostgresLocation} location @returns {number | null} pid of a server that a dead launcher left */
function findOrphan({ cluster }) {
  try {
    const pid = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    if (!isAlive(pid)) return null
    if (process.platform !== 'linux') return pid
    // The pid may belong to somebody else by now; a server works in its own cluster.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? pid : null
  } catch {
    return null
  }
}

/** @param {PostgresLocation} location */
async function endOrphan(location) {
  const pid = findOrphan(location)
  // SIGINT: end sessions, then stop; SIGQUIT: stop at once and recover at the next start.
  if (pid) await endGroup(pid, { signal: 'SIGINT', withinMs: 10_000, last: 'SIGQUIT' })
  rmSync(path.join(location.cluster, 'postmaster.pid'), { force: true })
}

/** @param {PostgresLocation} location @param {boolean} durable */
async function spawnServer(location, durable) {
  const port = await findFreePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'max_wal_size=1GB',
    'logging_collector=off',
    ...(durable ? [] : throwawaySettings),
  ].flatMap((setting) => ['-c', setting])
  const log = openSync(location.logFile, 'w', 0o600)
  const child = spawn(
    path.join(location.bin, 'postgres'),
    ['-D', location.cluster, '-p', String(port), ...settings],
    { ...serverUser(), cwd: location.home, detached: true, stdio: ['ignore', log, log] },
  )
  const failure = new Promise((resolve) => child.once('error', resolve))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stopped = Promise.race([failure, ended])
  return { port, child, stopped }
}

/**
 * Starts PostgreSQL on a free port of the loopback address, makes its cluster, the three logins
 * and the database when they are missing, and ends a server that a killed launcher left behind.
 * @param {{ dataDirectory: string, durable: boolean,
 *   passwords: import('./state.mjs').Secrets['databasePasswords'] }} options
 *   durable: whether data must survive a power cut
 * @returns {Promise<RunningPostgres>}
 * @throws LaunchError when no server can be started
 */
export async function startPostgres({ dataDirectory, durable, passwords }) {
  const location = locatePostgres(dataDirectory)
  await endOrphan(location)
  const created = !existsSync(path.join(location.cluster, 'PG_VERSION'))
  if (created) await initialise(location, passwords.postgres)
  else refuseOtherVersion(location)
  // A server killed with -9 leaves sessions that need a moment to notice.
  for (let attempt = 1; ; attempt += 1) {
    const { port, child, stopped } = await spawnServer(location, durable)
    const pid = child.pid
    const ready = await Promise.race([ensureLogins(port, passwords), stopped.then(() => false)])
    if (ready && pid) {
      const stop = () => endGroup(pid, { signal: 'SIGINT', withinMs: 10_000, last: 'SIGQUIT' })
      return { port, created, origin: location.origin, home: location.home, stop }
    }
    if (attempt === 10) {
      throw new LaunchError(
        `PostgreSQL did not start:\n${readFileSync(location.logFile, 'utf8').slice(-2000)}`,
      )
    }
    await sleep(300)
  }
}

/** @param {PostgresLocation} location */
function refuseOtherVersion({ cluster, major }) {
  const kept = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (kept === String(major)) return
  throw new LaunchError(
    `The kept data is of PostgreSQL ${kept}, the server is ${major}. ` +
      'Start once with --fresh to throw it away: npm run up -- --fresh',
  )
}

/** Removes the data of a folder, and what it keeps elsewhere. @param {string} dataDirectory */
export async function wipePostgres(dataDirectory) {
  const location = locatePostgres(dataDirectory)
  await endOrphan(location)
  rmSync(location.home, { recursive: true, force: true })
}
