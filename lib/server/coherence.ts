import 'server-only'
import type { Tag } from '@/lib/base/tag'
import type { Report } from '@/lib/cache/events'
import type { Store } from '@/lib/cache/store'
import { connectInvalidation } from '@/lib/write/connect'
import type { Coherence } from '@/lib/write/transact'
import { later } from './later'

/**
 * What commands tell the caches by.
 * @param announced tells the caches of this process
 */
export function createCoherence(
  store: Store,
  report: Report,
  announced: (tags: readonly Tag[]) => void,
): Coherence {
  return {
    invalidation: connectInvalidation(store, report),
    announce: announced,
    afterwards: (work) => later('a change', work),
  }
}
