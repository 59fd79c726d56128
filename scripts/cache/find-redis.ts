import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Keys } from '@/lib/cache/keys'
import { keysOfDatabase } from '@/lib/write/connect'
import { CacheCommandFailure } from './failure'

/** A Redis, and the names that one database's cache has in it. */
export interface CacheAddress {
  url: string
  token: string
  keys: Keys
  /** Milliseconds for each request. */
  deadline: number
}

const names = ['DATABASE_URL', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'] as const

const addressSchema = z.object({
  DATABASE_URL: z.url(),
  UPSTASH_REDIS_REST_URL: z.url(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  DATABASE_BRANCH: z.string().optional(),
})
const siteSchema = z.object({ env: addressSchema })

const deadline = 10_000

/**
 * The Redis that the environment names; where it names none, that of the running site.
 * @param siteFile the note that the launcher keeps while the site runs
 * @throws CacheCommandFailure when there is none, or the environment names half of one
 */
export async function findRedis(
  env: Record<string, string | undefined>,
  siteFile: string,
): Promise<CacheAddress> {
  const missing = names.filter((name) => !env[name])
  // A database alone says nothing of a Redis: many a shell has one set.
  const namesRedis = Boolean(env.UPSTASH_REDIS_REST_URL || env.UPSTASH_REDIS_REST_TOKEN)
  if (namesRedis) return fromEnvironment(env, missing)
  const site = siteSchema.safeParse(await readSite(siteFile))
  if (site.success) return toAddress(site.data.env)
  throw new CacheCommandFailure(
    'no_redis',
    `No site is running here. Start it with npm run up, or set ${names.join(', ')}.`,
  )
}

function fromEnvironment(
  env: Record<string, string | undefined>,
  missing: readonly string[],
): CacheAddress {
  const given = addressSchema.safeParse(env)
  if (given.success) return toAddress(given.data)
  const bad = given.error.issues.map(({ path }) => path.join('.'))
  const why = missing.length > 0 ? `${missing.join(', ')} missing` : `${bad.join(', ')} not valid`
  throw new CacheCommandFailure('no_redis', `The environment does not name a Redis: ${why}.`)
}

function toAddress(env: z.infer<typeof addressSchema>): CacheAddress {
  return {
    url: env.UPSTASH_REDIS_REST_URL,
    token: env.UPSTASH_REDIS_REST_TOKEN,
    keys: keysOfDatabase(env.DATABASE_URL, env.DATABASE_BRANCH || undefined),
    deadline,
  }
}

/** A note that is missing or being written counts as none. */
async function readSite(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
