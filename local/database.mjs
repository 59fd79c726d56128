import { rmSync } from 'node:fs'
import path from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { timed } from './report.mjs'
import { readJson, writeJson } from './state.mjs'
import { runScript } from './tools.mjs'

/** @typedef {import('./far-ends.mjs').FarEnds} FarEnds */

const seedSources = ['db/seed', 'db/migrations', 'scripts/seed.ts']

/** @param {Pick<FarEnds, 'env' | 'ownerUrl'>} farEnds @returns {Record<string, string>} what migrations and the seed need */
export function ownerEnvironment({ env, ownerUrl }) {
  return { ...env, OWNER_DATABASE_URL: ownerUrl }
}

/**
 * Brings the schema up to date and seeds what is missing. What was seeded is noted, and forgotten
 * with the database.
 * @param {FarEnds} farEnds
 * @param {string} dataDirectory
 */
export async function prepareDatabase(farEnds, dataDirectory) {
  const env = ownerEnvironment(farEnds)
  const noteFile = path.join(dataDirectory, 'seeded.json')
  if (farEnds.created) rmSync(noteFile, { force: true })
  await timed('database migrated', () => runScript(['scripts/db.ts', 'migrate'], env))
  const digest = fingerprint(seedSources)
  if (readJson(noteFile)?.digest === digest) {
    // The Redis engine begins empty at every launch; the seed does this by itself.
    await timed('caches opened', () => runScript(['scripts/open-caches.ts'], env))
    return
  }
  await timed('demo data seeded', () => runScript(['scripts/seed.ts'], env))
  writeJson(noteFile, { digest })
}
