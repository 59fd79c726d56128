import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Report } from '@/lib/cache/events'
import { createInvalidation, type Invalidation } from '@/lib/cache/invalidation'
import { createKeys, type Keys } from '@/lib/cache/keys'
import { type Store, storeLives } from '@/lib/cache/store'
import type { Timer } from '@/lib/cache/timer'
import { createUpstashStore } from '@/lib/cache/upstash-store'

/** Milliseconds. A fence outlives a transaction's time limit and the relay's period of a minute. */
const fenceLife = 120_000
const leaseLife = 10_000
/** For each fence and each bump. */
const writeDeadline = 1_000

export const systemTimer: Timer = {
  now: Date.now,
  // Ended early, a sleep resolves: there is nothing else that it could reject with.
  sleep: (milliseconds, signal) =>
    sleep(milliseconds, undefined, { signal }).catch(() => undefined),
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

/** The names in Redis of what is cached of a database; deployments on one database share them. */
export function keysOfDatabase(databaseUrl: string): Keys {
  const { hostname, pathname } = new URL(databaseUrl)
  const place = `${hostname.replace('-pooler', '')}${pathname}`
  return createKeys(createHash('sha256').update(place).digest('hex').slice(0, 12))
}

/** The Redis that all instances share. */
export function connectStore({ url, token, keys }: RedisSettings): Store {
  const lives = storeLives(fenceLife, leaseLife)
  return createUpstashStore({ url, token, keys, lives, nonce: newId, deadline: writeDeadline })
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
