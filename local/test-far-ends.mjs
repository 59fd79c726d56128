import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ownerEnvironment } from './database.mjs'
import { startFarEnds } from './far-ends.mjs'
import { wipePostgres } from './postgres.mjs'
import { runScript } from './tools.mjs'

/** @typedef {Pick<import('./far-ends.mjs').FarEnds, 'env' | 'ownerUrl' | 'superuserUrl'>} TestFarEnds */

/** In tests everything goes by the new path, unless a test says otherwise of its own clients. */
const flags = {
  'cache-enabled': true,
  'cache-path': { default: { path: 'redis' } },
  'http-validators': { default: true },
  'live-updates': { default: true },
}

/**
 * Starts far ends of their own for a test run, on data that is thrown away at the end. Their
 * database is migrated and empty: the template of the tests' own databases.
 * @returns {Promise<TestFarEnds & { stop(): Promise<void> }>}
 */
export async function startTestFarEnds() {
  const dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'portolan-test-'))
  const farEnds = await startFarEnds({
    dataDirectory,
    durable: false,
    edgeConfigItems: { flags },
  })
  const stop = async () => {
    await farEnds.stop()
    await wipePostgres(dataDirectory)
    rmSync(dataDirectory, { recursive: true, force: true })
  }
  try {
    await runScript(['scripts/db.ts', 'migrate'], ownerEnvironment(farEnds))
  } catch (error) {
    await stop()
    throw error
  }
  const { env, ownerUrl, superuserUrl } = farEnds
  return { env, ownerUrl, superuserUrl, stop }
}
