import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dataDirectory as ownDataDirectory } from './paths.mjs'
import { findPostgresBinaries, isReachableByOthers } from './postgres-binaries.mjs'
import { LaunchError } from './report.mjs'
import { prepareDataDirectory, readJson, writeJson } from './state.mjs'

/**
 * PostgreSQL refuses to run as root: root lends it the user that owns nothing.
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
}

/** @param {string} folder whether PostgreSQL's user gets there */
const isReachable = (folder) => !serverUser() || isReachableByOthers(folder)

/**
 * A folder that PostgreSQL's user can reach, in place of one that it cannot (a checkout under a
 * private home, as root): under the system's temporary folder, remembered in a note.
 * @param {string} noteFile
 */
function sharedFolder(noteFile) {
  const noted = readJson(noteFile)?.folder
  if (noted && existsSync(noted)) return noted
  const parent = [os.tmpdir(), '/tmp', '/var/tmp'].find(
    (folder) => existsSync(folder) && isReachableByOthers(folder),
  )
  if (!parent) throw new LaunchError('No temporary folder is open to other users of this machine.')
  const folder = mkdtempSync(path.join(parent, 'portolan-'))
  chmodSync(folder, 0o711)
  writeJson(noteFile, { folder })
  return folder
}

/** @param {string} from @param {string} to @returns {string} `to`, which appears complete or not at all */
function copyOpenly(from, to) {
  if (existsSync(to)) return to
  const draft = `${to}.${process.pid}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', draft])
  try {
    renameSync(draft, to)
  } catch {
    // Another launcher was faster.
    rmSync(draft, { recursive: true, force: true })
  }
  return to
}

/** @returns {string} folder of the executables, where the server's user can run them */
function placeBinaries(/** @type {import('./postgres-binaries.mjs').PostgresBinaries} */ found) {
  if (!found.portable || isReachable(path.join(found.root, 'share', 'postgresql'))) {
    return path.join(found.root, 'bin')
  }
  prepareDataDirectory(ownDataDirectory)
  const folder = sharedFolder(path.join(ownDataDirectory, 'postgres-binaries.json'))
  return path.join(copyOpenly(found.root, path.join(folder, `postgres-${found.version}`)), 'bin')
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
 * Decides where binaries and data lie.
 * @param {string} dataDirectory
 * @returns {PostgresLocation}
 */
export function locatePostgres(dataDirectory) {
  const found = findPostgresBinaries()
  const base = isReachable(dataDirectory)
    ? dataDirectory
    : sharedFolder(path.join(dataDirectory, 'postgres-location.json'))
  const home = path.join(base, 'postgres-data')
  return {
    bin: placeBinaries(found),
    home,
    cluster: path.join(home, 'cluster'),
    logFile: path.join(dataDirectory, 'postgres.log'),
    major: found.major,
    origin: found.origin,
  }
}
