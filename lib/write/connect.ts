import { createHash, randomBytes } from 'node:crypto'
import type { Report } from '@/lib/cache/events'
import { createInvalidation, type Invalidation } from '@/lib/cache/invalidation'
import { createKeys, type Keys } from '@/lib/cache/keys'
import { type Store, storeLives } from '@/lib/cache/store'
import type { Timer } from '@/lib/cache/timer'
import { createUpstashStore } from '@/lib/cache/upstash-store'

/** Milliseconds. A fence outlives a transaction's time limit and the relay's period. */
export const fenceLife = 120_000
/** Milliseconds in which the relay is called at least once. */
export const relayPeriod = 60_000
const leaseLife = 10_000
/** For each fence and each bump. */
const writeDeadline = 1_000
/**
 * For a request that everybody gave up long ago. Not shorter: its signal fires even when the answer
 * has come, and a signal that is collected before costs nothing.
 */
const requestDeadline = 15_000

export const systemTimer: Timer = {
  now: Date.now,
  // Not Node's own: ended early, as at every read, that makes an error with a stack.
  sleep: (milliseconds, signal) =>
    new Promise((wake) => {
      const timeout = setTimeout(wake, milliseconds)
      const end = () => {
        clearTimeout(timeout)
        wake()
      }
      signal?.addEventListener('abort', end, { once: true })
    }),
}

/** Letters and digits that nobody else has. */
export function newId(): string {
  return randomBytes(9).toString('hex')
}

export interface RedisSettings {
  url: string
  token: string
  keys: Keys
}

/**
 * The names in Redis of what is cached of a database; deployments on one database share them.
 * @param branch whose database it is, for previews: each branch has one of its own
 */
export function keysOfDatabase(databaseUrl: string, branch?: string): Keys {
  const { hostname, pathname } = new URL(databaseUrl)
  const place = `${hostname.replace('-pooler', '')}${pathname}`
  const name = createHash('sha256').update(place).digest('hex').slice(0, 12)
  return createKeys(branch === undefined ? name : `${name}.${branch}`)
}

/** The Redis that all instances share. */
export function connectStore({ url, token, keys }: RedisSettings): Store {
  const lives = storeLives(fenceLife, leaseLife)
  return createUpstashStore({ url, token, keys, lives, nonce: newId, deadline: requestDeadline })
}

/** What commands tell a store by. */
export function connectInvalidation(store: Store, report: Report): Invalidation {
  return createInvalidation({
    store,
    timer: systemTimer,
    report,
    newId,
    deadline: writeDeadline,
  })
}
