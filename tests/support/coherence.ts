import { connectInvalidation } from '@/lib/write/connect'
import type { Coherence } from '@/lib/write/transact'
import { createMemoryStore } from './cache/memory-store'

/** A cache of its own in memory, for tests that do not ask what becomes of it. */
export function testCoherence(): Coherence {
  const invalidation = connectInvalidation(createMemoryStore(Date.now), () => undefined)
  return { invalidation, announce: () => undefined, afterwards: () => undefined }
}
