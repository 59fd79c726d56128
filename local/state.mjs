import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {string} file
 * @returns {any} what was written, or null when it is missing or torn
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Replaces a file in one step, readable by its owner alone.
 * @param {string} file
 * @param {unknown} value
 */
export function writeJson(file, value) {
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/**
 * Makes the folder of a launcher's state. Others may pass through it, because PostgreSQL may run
 * as another user; each file guards itself.
 * @param {string} directory
 */
export function prepareDataDirectory(directory) {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o711)
}

/**
 * @typedef {object} Secrets
 * @property {Record<'postgres' | 'owner' | 'app' | 'platform', string>} databasePasswords
 * @property {string} redisToken
 * @property {string} edgeConfigToken
 * @property {string} sessionSecret
 * @property {string} cronSecret
 * @property {string} cacheSecret
 * @property {string} flagsManagementToken
 * @property {string} flagsSecret
 */

const secret = () => randomBytes(24).toString('base64url')

/**
 * The secrets of this data folder, made once.
 * @param {string} directory
 * @returns {Secrets}
 */
export function loadSecrets(directory) {
  const file = path.join(directory, 'secrets.json')
  const existing = readJson(file)
  if (existing?.flagsSecret) return existing
  const secrets = {
    databasePasswords: { postgres: secret(), owner: secret(), app: secret(), platform: secret() },
    redisToken: secret(),
    edgeConfigToken: secret(),
    sessionSecret: randomBytes(32).toString('base64url'),
    cronSecret: secret(),
    cacheSecret: randomBytes(32).toString('base64url'),
    flagsManagementToken: secret(),
    flagsSecret: randomBytes(32).toString('base64url'),
    // A folder of before one of these existed keeps those it has.
    ...existing,
  }
  writeJson(file, secrets)
  return secrets
}
