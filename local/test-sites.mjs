import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ownerEnvironment } from './database.mjs'
import { dataDirectory } from './paths.mjs'
import { findFreePort } from './ports.mjs'
import { LaunchError } from './report.mjs'
import { spawnSite, waitUntilReady } from './site.mjs'
import { runScript } from './tools.mjs'

/** @typedef {import('./test-far-ends.mjs').TestFarEnds} TestFarEnds */

const databaseVariables = ['DATABASE_URL', 'PLATFORM_DATABASE_URL', 'OWNER_DATABASE_URL']

/**
 * Makes a database from the migrated template, with the demo's data.
 * @param {TestFarEnds} farEnds
 * @param {string} name
 * @returns {Promise<Record<string, string>>} the environment of a site on it
 */
export async function createSeededDatabase(farEnds, name) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: farEnds.superuserUrl })
  await client.connect()
  await client.query(`create database ${name} template portolan owner owner`)
  await client.end()
  const env = ownerEnvironment(farEnds)
  for (const variable of databaseVariables) {
    const url = new URL(env[variable] ?? '')
    url.pathname = `/${name}`
    env[variable] = url.href
  }
  await runScript(['scripts/seed.ts'], env)
  // Visits are measured only where a test makes chance say so: what pages cost is counted elsewhere.
  env.VITALS_SHARE = '0.000001'
  return env
}

/**
 * Starts processes of the site that share one database, as several instances do.
 * @param {Record<string, string>} env
 * @param {number} count
 * @param {string} [name] of their logs
 * @returns {Promise<{ urls: string[], pids: number[], stop(): Promise<void> }>}
 */
export async function startSites(env, count, name = 'site') {
  const folder = path.join(dataDirectory, 'test')
  mkdirSync(folder, { recursive: true })
  const sites = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const port = await findFreePort()
      const log = path.join(folder, `${name}-${index + 1}.log`)
      writeFileSync(log, '', { mode: 0o600 })
      const output = (/** @type {string} */ text) => appendFileSync(log, text)
      return { port, log, site: spawnSite({ mode: 'start', port, env, output }) }
    }),
  )
  const stop = async () => {
    await Promise.all(sites.map(({ site }) => site.stop()))
  }
  for (const { site, port, log } of sites) {
    if (await waitUntilReady(site, port)) continue
    await stop()
    throw new LaunchError(`A site did not start; its words are in ${log}`)
  }
  return { urls: sites.map(({ site }) => site.url), pids: sites.map(({ site }) => site.pid), stop }
}
