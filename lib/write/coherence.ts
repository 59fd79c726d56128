import type { Tag } from '@/lib/base/tag'
import type { Invalidation } from '@/lib/cache/invalidation'

/** How a change becomes known to every cache. */
export interface Coherence {
  /** The cache that all instances share. */
  invalidation: Invalidation
  /** Tells the caches of this process and the framework's; called before the answer. */
  announce(tags: readonly Tag[]): void
  /** Takes work that is for after the answer; nobody waits for it. */
  afterwards(work: () => Promise<void>): void
}

/** The invalidation of whoever tells for others: what it bumps is announced in this process, too. */
export function telling({ invalidation, announce }: Coherence): Invalidation {
  return {
    ...invalidation,
    async bump(tags, fenceId) {
      const events = await invalidation.bump(tags, fenceId)
      announce(tags)
      return events
    },
  }
}
