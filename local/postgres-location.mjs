import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findPostgresBinaries, isReachableByOthers } from './postgres-binaries.mjs'
import { LaunchError } from './report.mjs'
import { readJson, writeJson } from './state.mjs'

/**
 * PostgreSQL refuses to run as root: root lends it the user that owns nothing.
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
}

/** @returns {string} a new folder that any user can reach */
function makeSharedFolder() {
  const parent = [os.tmpdir(), '/tmp', '/var/tmp'].find(
    (folder) => existsSync(folder) && isReachableByOthers(folder),
  )
  if (!parent) throw new LaunchError('No temporary folder is open to other users of this machine.')
  return mkdtempSync(path.join(parent, 'portolan-'))
}

/**
 * @typedef {object} PostgresLocation
 * @property {string} bin folder of the executables
 * @property {string} home folder that belongs to the server's user; the cluster lies in it
 * @property {string} cluster
 * @property {string} logFile
 * @property {number} major
 * @property {string} origin
 */

/**
 * Decides where binaries and data lie. A folder that the server's user cannot reach (a checkout
 * under a private home, as root) is replaced by one under the system's temporary folder, which
 * `postgres-location.json` in the data folder remembers.
 * @param {string} dataDirectory
 * @returns {PostgresLocation}
 */
export function locatePostgres(dataDirectory) {
  const binaries = findPostgresBinaries()
  const user = serverUser()
  const noteFile = path.join(dataDirectory, 'postgres-location.json')
  const reachable =
    !user ||
    (isReachableByOthers(dataDirectory) &&
      (!binaries.portable || isReachableByOthers(path.join(binaries.root, 'share', 'postgresql'))))
  let base = dataDirectory
  let root = binaries.root
  if (!reachable) {
    const noted = readJson(noteFile)?.folder
    base = noted && existsSync(noted) ? noted : makeSharedFolder()
    writeJson(noteFile, { folder: base })
    chmodSync(base, 0o711)
    if (binaries.portable) {
      root = copyBinaries(binaries.root, path.join(base, `postgres-${binaries.version}`))
    }
  }
  const home = path.join(base, 'postgres-data')
  return {
    bin: path.join(root, 'bin'),
    home,
    cluster: path.join(home, 'cluster'),
    logFile: path.join(dataDirectory, 'postgres.log'),
    major: binaries.major,
    origin: binaries.origin,
  }
}

/** @param {string} from @param {string} to @returns {string} */
function copyBinaries(from, to) {
  if (existsSync(path.join(to, 'complete'))) return to
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', to])
  mkdirSync(path.join(to, 'complete'))
  return to
}
