import 'server-only'
import { Redis } from '@upstash/redis'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type Env, env } from '@/lib/env'
import { container } from './container'

/** A part that has not answered by then is failing; milliseconds. */
const deadline = 2000

type Check = 'ok' | 'failing'

export interface Readiness {
  status: Check
  checks: Record<'database' | 'redis' | 'flags', Check>
}

/** Asks each far end once, all at the same time. Why one fails is logged, not told. */
export async function checkReadiness(): Promise<Readiness> {
  const settings = env()
  const { tenant, platform } = container()
  const [database, redis, flags] = await Promise.all([
    check('database', () => Promise.all([pingDatabase(tenant), pingDatabase(platform)])),
    check('redis', (signal) => pingRedis(settings, signal)),
    check('flags', readFlags),
  ])
  const checks = { database, redis, flags }
  const healthy = Object.values(checks).every((result) => result === 'ok')
  return { status: healthy ? 'ok' : 'failing', checks }
}

async function check(name: string, ask: (signal: AbortSignal) => Promise<unknown>): Promise<Check> {
  const signal = AbortSignal.timeout(deadline)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    await Promise.race([ask(signal), late])
    return 'ok'
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error
    container().logger.warn({ part: name, reason }, 'a part of the service does not answer')
    return 'failing'
  }
}

function pingDatabase(database: Database): Promise<unknown> {
  return database.read(null, (q) => q.execute(sql`select 1`))
}

function pingRedis(settings: Env, signal: AbortSignal): Promise<unknown> {
  const redis = new Redis({
    url: settings.UPSTASH_REDIS_REST_URL,
    token: settings.UPSTASH_REDIS_REST_TOKEN,
    enableAutoPipelining: false,
    retry: false,
    signal,
  })
  return redis.ping()
}

/** What the site goes on with when they cannot be read is told by the console. */
async function readFlags(): Promise<void> {
  const { source } = await container().flags.refresh()
  if (source !== 'edge-config') throw new Error('The flags cannot be read')
}
