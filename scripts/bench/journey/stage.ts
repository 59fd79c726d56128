import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEdgeConfig } from '../../../local/edge-config.mjs'
import { startNeonBridge } from '../../../local/neon-bridge.mjs'
import { dataDirectory } from '../../../local/paths.mjs'
import { findFreePort } from '../../../local/ports.mjs'
import { spawnSite, waitUntilReady } from '../../../local/site.mjs'
import type { startTestFarEnds } from '../../../local/test-far-ends.mjs'
import { createSeededDatabase } from '../../../local/test-sites.mjs'
import { openCommandMeter } from './command-meter'
import { prepareWalks, type Walk } from './prepare'
import { openRoundRobin, type RoundRobin } from './round-robin'
import { flagsOfWay, type WayName } from './ways'

type FarEnds = Awaited<ReturnType<typeof startTestFarEnds>>

/** One way of serving, ready to be walked: two processes behind one address, on its own database. */
export interface Stage {
  way: WayName
  env: Record<string, string>
  front: RoundRobin
  /** One for each walk, each with a person and a file of its own. */
  walks: Walk[]
  /** Straight to its database, past everything that is counted. */
  database: pg.Client
  /** Since the beginning. */
  statements(): number
  redisCommands(): number
}

/** Processes of the site: more than one, as a platform has it. */
const processes = 2

/**
 * @param ends what to call at the end, the last first
 * @param walks how many walks to prepare
 */
export async function setStage(
  farEnds: FarEnds,
  way: WayName,
  walks: number,
  ends: (() => unknown)[],
): Promise<Stage> {
  const counted = await countFarEnds(farEnds, way, ends)
  const env = await createSeededDatabase({ ...farEnds, env: counted.env }, `journey_${way}`)
  const prepared = await prepareWalks(env, walks)
  const front = await openRoundRobin()
  ends.push(front.close)
  front.leadTo(await startProcesses(env, way, front.url, ends))
  const database = new pg.Client({ connectionString: ownDatabase(farEnds.superuserUrl, way) })
  await database.connect()
  ends.push(() => database.end())
  const { statements, redisCommands } = counted
  return { way, env, front, walks: prepared, database, statements, redisCommands }
}

function ownDatabase(superuserUrl: string, way: WayName): string {
  const url = new URL(superuserUrl)
  url.pathname = `/journey_${way}`
  return url.href
}

/** The far ends with flags of the way's own, and with meters before the database and Redis. */
async function countFarEnds({ env, superuserUrl }: FarEnds, way: WayName, ends: (() => unknown)[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-journey-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  const given = new URL(env.EDGE_CONFIG ?? '')
  const config = await startEdgeConfig({
    file: path.join(folder, 'edge-config.json'),
    id: given.pathname.slice(1),
    token: given.searchParams.get('token') ?? '',
    managementToken: env.FLAGS_MANAGEMENT_TOKEN ?? '',
    items: { flags: flagsOfWay[way] },
  })
  ends.push(config.stop)
  let statements = 0
  const bridge = await startNeonBridge(Number(new URL(superuserUrl).port), {
    onStatements: (count) => {
      statements += count
    },
  })
  ends.push(bridge.stop)
  const redis = await openCommandMeter(env.UPSTASH_REDIS_REST_URL ?? '')
  ends.push(redis.close)
  return {
    env: {
      ...env,
      DATABASE_URL: atPort(env.DATABASE_URL, bridge.port),
      PLATFORM_DATABASE_URL: atPort(env.PLATFORM_DATABASE_URL, bridge.port),
      EDGE_CONFIG: atPort(env.EDGE_CONFIG, config.port),
      FLAGS_MANAGEMENT_URL: atPort(env.FLAGS_MANAGEMENT_URL, config.port),
      UPSTASH_REDIS_REST_URL: redis.url,
    },
    statements: () => statements,
    redisCommands: redis.count,
  }
}

function atPort(url: string | undefined, port: number): string {
  const moved = new URL(url ?? '')
  moved.port = String(port)
  return moved.href
}

/** @returns where they listen */
async function startProcesses(
  env: Record<string, string>,
  way: WayName,
  url: string,
  ends: (() => unknown)[],
): Promise<string[]> {
  const folder = path.join(dataDirectory, 'test')
  mkdirSync(folder, { recursive: true })
  return Promise.all(
    Array.from({ length: processes }, async (_, index) => {
      const port = await findFreePort()
      const log = path.join(folder, `journey-${way}-${index + 1}.log`)
      writeFileSync(log, '', { mode: 0o600 })
      const output = (text: string) => appendFileSync(log, text)
      const site = spawnSite({ mode: 'start', port, env, output, url })
      ends.push(site.stop)
      if (await waitUntilReady(site, port)) return `http://127.0.0.1:${port}`
      throw new Error(`A site did not start; its words are in ${log}`)
    }),
  )
}
