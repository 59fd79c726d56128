import { createHash, randomBytes } from 'node:crypto'
import { clientNamespace, encodeTag, type Tag } from '@/lib/base/tag'
import { createCodec } from '@/lib/cache/codec'
import { createInvalidation } from '@/lib/cache/invalidation'
import { createKeys } from '@/lib/cache/keys'
import { createProcessCache } from '@/lib/cache/process-cache'
import { defineRead } from '@/lib/cache/read-policy'
import { storeLives } from '@/lib/cache/store'
import type { Timer } from '@/lib/cache/timer'
import { createUpstashStore } from '@/lib/cache/upstash-store'
import type { FarEndPlace } from './far-end'

const timer: Timer = {
  now: () => Date.now(),
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

export const namespace = clientNamespace('bench')
export const rowTag = (id: string): Tag => encodeTag(namespace, 'row', id)
export const keys = createKeys('bench')
export const lives = storeLives(120_000, 10_000)
export const newId = () => randomBytes(9).toString('hex')
export const codec = createCodec({
  secret: createHash('sha256').update('bench').digest(),
  randomBytes,
})

/** What a read depends on, and what it is to find. */
export interface Wanted {
  id: string
  tags: readonly string[]
}

/** Where values come from when the cache has none. */
export interface Origin {
  load(id: string): Promise<unknown>
}

export const benchRead = defineRead<Origin, null, Wanted, unknown>({
  name: 'bench',
  load: (origin, _, { id }) => origin.load(id),
  caching: {
    version: 1,
    namespace: () => namespace,
    tags: (_, { tags }) => tags.map(rowTag),
    profile: { soft: 3_600_000, hard: 3_600_000, staleWhileRevalidate: false, staleIfError: false },
    legacyLife: 3_600_000,
  },
})

/** What stands in Redis for a read of the bench. */
export function entryName({ id, tags }: Wanted) {
  return { namespace, read: benchRead.name, schemaHash: '1', input: [null, { id, tags }] }
}

type Place = Pick<FarEndPlace, 'url' | 'token'>

/** One process's cache, composed as the site composes it. */
export function openInstance(place: Place, origin: Origin) {
  const report = () => undefined
  const store = createUpstashStore({ ...place, keys, lives, nonce: newId, deadline: 20_000 })
  const shared = { store, timer, report }
  const cache = createProcessCache({
    ...shared,
    source: origin,
    codec,
    keys,
    random: Math.random,
    background: (work) => void work.catch(() => undefined),
    drain: async () => undefined,
    readBudget: 150,
    shadowShare: () => 0,
  })
  const invalidation = createInvalidation({ ...shared, newId, deadline: 1000 })
  return {
    store,
    invalidation,
    /** As a request of its own, so that no memo answers. */
    read: (wanted: Wanted) => cache.forRequest().read('redis', benchRead, null, wanted),
    readMany: (wanted: readonly Wanted[]) =>
      cache.forRequest().readMany('redis', benchRead, null, wanted),
  }
}
