import type { Cache } from './cache'
import { createProcessCache, type ProcessCacheSettings } from './process-cache'
import type { ReadPolicy } from './read-policy'

export type CacheSettings<Source> = Omit<ProcessCacheSettings<Source>, 'shadowShare'>

/** The reads of one request. */
export interface RequestCache<Source> extends Cache<Source> {
  /** Several inputs of one read; they share one command. */
  readMany<Key, Input, Value>(
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    inputs: readonly Input[],
  ): Promise<Value[]>
  /** Forgets what the request has read: called after each of its commands. */
  forget(): void
}

/** The path `redis` alone. */
export function createCache<Source>(settings: CacheSettings<Source>): {
  forRequest(): RequestCache<Source>
} {
  const cache = createProcessCache({ ...settings, shadowShare: () => 0 })
  return {
    forRequest() {
      const request = cache.forRequest()
      return {
        read: (policy, key, input) => request.read('redis', policy, key, input),
        readMany: (policy, key, inputs) => request.readMany('redis', policy, key, inputs),
        forget: request.forget,
      }
    },
  }
}
