import { createProcessCache, type ProcessCacheSettings } from '@/lib/cache/process-cache'
import type { ReadPolicy } from '@/lib/cache/read-policy'

/** The path `redis` alone: what tests of the protocol read by. */
export function createRedisCache<Source>(
  settings: Omit<ProcessCacheSettings<Source>, 'shadowShare'>,
) {
  const cache = createProcessCache({ ...settings, shadowShare: () => 0 })
  return {
    /** The reads of one request. */
    forRequest() {
      const request = cache.forRequest()
      return {
        read: <Key, Input, Value>(
          policy: ReadPolicy<Source, Key, Input, Value>,
          key: Key,
          input: Input,
        ) => request.read('redis', policy, key, input),
        readMany: <Key, Input, Value>(
          policy: ReadPolicy<Source, Key, Input, Value>,
          key: Key,
          inputs: readonly Input[],
        ) => request.readMany('redis', policy, key, inputs),
        forget: request.forget,
      }
    },
  }
}
