import { clientNamespace, encodeTag } from '@/lib/base/tag'
import { createInvalidation, type Invalidation } from '@/lib/cache/invalidation'
import { createKeys } from '@/lib/cache/keys'
import { defineRead } from '@/lib/cache/read-policy'
import type { Store } from '@/lib/cache/store'
import type { Timer } from '@/lib/cache/timer'
import { plainCodec } from '@/tests/sim/world/plain-codec'
import { createRedisCache } from '@/tests/support/cache/redis-cache'
import type { Scheduler } from './scheduler'

export interface Database {
  /** Commits so far, which is also the value. */
  commits: number
  /** Whether the outbox holds nothing that the relay must tell of. */
  told: boolean
  fenceConfirmed: boolean
  /** The newest commit that was acknowledged as done, and that whose fence was confirmed. */
  acknowledged: number
  fenced: number
}

interface Source {
  load(): Promise<number>
}

const hour = 3_600_000
const namespace = clientNamespace('acme')

export const flowTag = encodeTag(namespace, 'flow', '1')

const flowRead = defineRead<Source, null, string, number>({
  name: 'flow',
  load: (source) => source.load(),
  caching: {
    version: 1,
    namespace: () => namespace,
    tags: () => [flowTag],
    profile: { soft: hour, hard: 2 * hour, staleWhileRevalidate: false, staleIfError: false },
    legacyLife: hour,
  },
})

/** Its values are old as soon as they are stored, and loaded anew behind the reader. */
const refreshedRead = defineRead<Source, null, string, number>({
  ...flowRead,
  caching: flowRead.caching && {
    ...flowRead.caching,
    profile: { soft: 0, hard: hour, staleWhileRevalidate: true, staleIfError: true },
  },
})

export const reads = { kept: flowRead, refreshed: refreshedRead }

/**
 * The library over a store and a database.
 * @param scheduler gives the turns; without one everything happens at once
 */
export function createParts(scheduler: Scheduler | null, store: Store, database: Database) {
  const look = async () => database.commits
  const source: Source = { load: () => scheduler?.ask('loads', look) ?? look() }
  const timer: Timer = {
    now: () => 1_700_000_000_000,
    // Only waits for another reader end; deadlines do not pass here.
    sleep: (_, signal) =>
      signal
        ? new Promise((end) => signal.addEventListener('abort', () => end()))
        : (scheduler?.sleep() ?? Promise.resolve()),
  }
  const quiet = { timer, report: () => undefined, random: () => 0.5 }
  let ids = 0
  const invalidation: Invalidation = createInvalidation({
    ...quiet,
    store,
    newId: () => `id${++ids}`,
    deadline: 1000,
  })
  const openProcess = () =>
    createRedisCache({
      ...quiet,
      source,
      store,
      codec: plainCodec,
      keys: createKeys('test'),
      background: () => undefined,
      drain: async () => undefined,
      readBudget: 150,
    })
  return { openProcess, invalidation }
}
