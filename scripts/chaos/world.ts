import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { keysOfDatabase } from '@/lib/write/connect'
import { buildSite } from '../../local/build.mjs'
import { dataDirectory } from '../../local/paths.mjs'
import { findFreePort } from '../../local/ports.mjs'
import { startTestFarEnds } from '../../local/test-far-ends.mjs'
import { createSeededDatabase } from '../../local/test-sites.mjs'
import type { CacheAddress } from '../cache/find-redis'
import { createFaultProxy, type FaultProxy } from './fault-proxy'
import { createRedis, type RestartableRedis } from './restartable-redis'
import { type ChaosSite, createSite } from './site'

/** Everything that runs, and what can be done to it. */
export interface World {
  sites: ChaosSite[]
  /** Between each site and Redis. */
  toRedis: FaultProxy[]
  /** Between each site and PostgreSQL. */
  toDatabase: FaultProxy[]
  redis: RestartableRedis
  /** Straight to PostgreSQL, past row level security, as psql would be. */
  sql: pg.Client
  /** Where the sites' counts add up. */
  counts(): CacheAddress
  /** What the cron's calls carry. */
  cronSecret: string
}

const siteCount = 3
const databaseName = 'chaos'

/**
 * @param cachePath how the sites read
 * @param beforeEnd takes what must be undone, in reverse order
 */
export async function startWorld(
  cachePath: string,
  beforeEnd: (step: () => Promise<unknown>) => void,
): Promise<World> {
  await buildSite()
  const farEnds = await startTestFarEnds()
  beforeEnd(farEnds.stop)
  const redis = await createRedis(farEnds.env.UPSTASH_REDIS_REST_TOKEN ?? '')
  beforeEnd(redis.stop)
  // The seed marks its namespaces in the Redis that the sites will ask.
  const ends = { ...farEnds, env: { ...farEnds.env, UPSTASH_REDIS_REST_URL: redis.url() } }
  const seeded = await createSeededDatabase(ends, databaseName)
  const env: Record<string, string> = { ...seeded, CACHE_PATH: cachePath }
  const sql = new pg.Client({ connectionString: onDatabase(farEnds.superuserUrl) })
  await sql.connect()
  beforeEnd(() => sql.end())

  const toRedis = await proxies(redis.port)
  const toDatabase = await proxies(() => Number(new URL(env.DATABASE_URL ?? '').port))
  for (const proxy of [...toRedis, ...toDatabase]) beforeEnd(proxy.stop)
  const sites = await Promise.all(
    toRedis.map(async (proxy, index) =>
      createSite({
        port: await findFreePort(),
        env: behind(env, proxy, toDatabase[index] ?? proxy),
        output: logOf(index),
      }),
    ),
  )
  for (const site of sites) beforeEnd(site.kill)
  for (const site of sites) await site.start()
  const counts = () => ({
    url: redis.url(),
    token: env.UPSTASH_REDIS_REST_TOKEN ?? '',
    keys: keysOfDatabase(env.DATABASE_URL ?? ''),
    deadline: 5_000,
  })
  return { sites, toRedis, toDatabase, redis, sql, counts, cronSecret: env.CRON_SECRET ?? '' }
}

const proxies = (targetPort: () => number) =>
  Promise.all(Array.from({ length: siteCount }, () => createFaultProxy(targetPort)))

/** The environment of a site whose ways out lead through its own proxies. */
function behind(env: Record<string, string>, toRedis: FaultProxy, toDatabase: FaultProxy) {
  const through = (url: string | undefined, { port }: FaultProxy) => {
    const changed = new URL(url ?? '')
    changed.port = String(port)
    return changed.href
  }
  return {
    ...env,
    UPSTASH_REDIS_REST_URL: through(env.UPSTASH_REDIS_REST_URL, toRedis),
    DATABASE_URL: through(env.DATABASE_URL, toDatabase),
    PLATFORM_DATABASE_URL: through(env.PLATFORM_DATABASE_URL, toDatabase),
  }
}

function onDatabase(url: string): string {
  const changed = new URL(url)
  changed.pathname = `/${databaseName}`
  return changed.href
}

function logOf(index: number): (text: string) => void {
  const folder = path.join(dataDirectory, 'chaos')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `site-${index + 1}.log`)
  writeFileSync(file, '', { mode: 0o600 })
  return (text) => appendFileSync(file, text)
}
