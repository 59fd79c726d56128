import 'server-only'
import type { Tag } from '@/lib/base/tag'
import type { Report } from '@/lib/cache/events'
import type { Store } from '@/lib/cache/store'
import { connectInvalidation } from '@/lib/write/connect'
import type { Coherence } from '@/lib/write/transact'
import { keepUp } from './keep-up'

interface CoherenceParts {
  store: Store
  report: Report
  /** Tells the caches of this process. */
  announced(tags: readonly Tag[]): void
  /** Hears of work that failed after the answer. */
  failed(error: unknown): void
}

/** What commands tell the caches by. */
export function createCoherence({ store, report, announced, failed }: CoherenceParts): Coherence {
  return {
    invalidation: connectInvalidation(store, report),
    announce: announced,
    afterwards: (work) => keepUp(work, failed),
  }
}
