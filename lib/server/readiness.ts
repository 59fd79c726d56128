import 'server-only'
import { Redis } from '@upstash/redis'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type Env, env } from '@/lib/env'
import { relayPeriod } from '@/lib/write/connect'
import { findRelayLag } from '@/lib/write/relay-lag'
import { container } from './container'
import type { Container } from './create-container'
import { type Check, type Facts, runCheck } from './run-check'

type Part = 'database' | 'redis' | 'flags' | 'relay'

export interface Readiness {
  status: Check['status']
  checks: Record<Part, Check>
}

/** A part that has not answered by then is failing; milliseconds. */
const deadline = 2000
/** Milliseconds for which changes may wait to be told: the relay was called three times meanwhile. */
const longestLag = 3 * relayPeriod

let underWay: Promise<Readiness> | null = null

/**
 * Asks each part once, all at the same time. Whoever asks meanwhile gets the same answer, so that
 * many who ask are no burden. Why a part fails is logged as well.
 */
export function checkReadiness(): Promise<Readiness> {
  underWay ??= askEveryPart().finally(() => {
    underWay = null
  })
  return underWay
}

async function askEveryPart(): Promise<Readiness> {
  const settings = env()
  const own = container()
  const check = (name: Part, ask: (signal: AbortSignal) => Promise<Facts>) =>
    runCheck({ name, ask, deadline, ...own })
  const [database, redis, flags, relay] = await Promise.all([
    check('database', () => pingDatabases(own)),
    check('redis', (signal) => pingRedis(settings, signal)),
    check('flags', () => readFlags(own)),
    check('relay', () => lookAtRelay(own)),
  ])
  const checks = { database, redis, flags, relay }
  const healthy = Object.values(checks).every(({ status }) => status === 'ok')
  return { status: healthy ? 'ok' : 'failing', checks }
}

async function pingDatabases({ tenant, platform }: Container): Promise<Facts> {
  const ping = (database: Database) => database.read(null, (q) => q.execute(sql`select 1`))
  await Promise.all([ping(tenant), ping(platform)])
  return {}
}

async function pingRedis(settings: Env, signal: AbortSignal): Promise<Facts> {
  const redis = new Redis({
    url: settings.UPSTASH_REDIS_REST_URL,
    token: settings.UPSTASH_REDIS_REST_TOKEN,
    enableAutoPipelining: false,
    retry: false,
    signal,
  })
  await redis.ping()
  return {}
}

/** With what the site goes on when they cannot be read is told by the console. */
async function readFlags({ flags }: Container): Promise<Facts> {
  const { source, digest } = await flags.refresh()
  if (source !== 'edge-config') throw new FlagsUnread(source)
  return { digest }
}

class FlagsUnread extends Error {
  override name = 'FlagsUnread'
}

/**
 * How long changes have waited to be told. What was left behind before this process began counts
 * from its beginning: the relay needs the site to come up.
 */
async function lookAtRelay({ tenant, clock, startedAt }: Container): Promise<Facts> {
  const { untold, since } = await findRelayLag(tenant)
  const from = Math.max(since?.getTime() ?? Number.POSITIVE_INFINITY, startedAt.getTime())
  const lag = Math.max(0, clock.now().getTime() - from)
  if (lag > longestLag) throw new RelayLate(untold)
  return { untold, waitingSeconds: Math.round(lag / 1000) }
}

class RelayLate extends Error {
  override name = 'RelayLate'
  constructor(untold: number) {
    super(`${untold} changes wait to be told`)
  }
}
