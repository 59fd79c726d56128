import { createHash, randomBytes } from 'node:crypto'
import { clientNamespace, encodeTag, type Tag } from '@/lib/base/tag'
import { createCodec } from '@/lib/cache/codec'
import { createKeys } from '@/lib/cache/keys'
import { createProcessCache } from '@/lib/cache/process-cache'
import { defineRead } from '@/lib/cache/read-policy'
import { connectInvalidation, connectStore, systemTimer } from '@/lib/write/connect'
import type { FarEndPlace } from './far-end'

export const namespace = clientNamespace('bench')
export const rowTag = (id: string): Tag => encodeTag(namespace, 'row', id)
export const keys = createKeys('bench')
const codecSettings = { secret: createHash('sha256').update('bench').digest(), randomBytes }
export const codec = createCodec(codecSettings)
/** Opens every entry as if for the first time. */
export const forgetfulCodec = createCodec({ ...codecSettings, remembered: 0 })

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

/** Milliseconds that a request may wait for Redis: as in lib/server, and what no machine exceeds. */
export const siteBudget = 140
export const patience = 5_000

type Place = Pick<FarEndPlace, 'url' | 'token'>

/**
 * One process's cache, composed as the site composes it.
 * @param readBudget milliseconds that a request may wait for Redis; the site's when not given
 */
export function openInstance(
  place: Place,
  origin: Origin,
  readBudget = siteBudget,
  usedCodec = codec,
) {
  const store = connectStore({ ...place, keys })
  const cache = createProcessCache({
    source: origin,
    store,
    codec: usedCodec,
    keys,
    timer: systemTimer,
    random: Math.random,
    report: () => undefined,
    background: (work) => void work.catch(() => undefined),
    drain: async () => undefined,
    readBudget,
    shadowShare: () => 0,
  })
  return {
    store,
    invalidation: connectInvalidation(store, () => undefined),
    /** As a request of its own, so that no memo answers. */
    read: (wanted: Wanted) => cache.forRequest().read('redis', benchRead, null, wanted),
    readMany: (wanted: readonly Wanted[]) =>
      cache.forRequest().readMany('redis', benchRead, null, wanted),
  }
}
