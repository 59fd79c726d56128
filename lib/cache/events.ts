import type { Namespace } from '@/lib/base/tag'
import type { BypassReason, MissReason, ReadOutcome } from './answer'
import type { CachePath } from './cache'

/** Everything that happens in the cache; logs and metrics subscribe. Holds no value and no input. */
export type CacheEvent =
  /** Every read ends in one of these, unless its load fails. */
  | { kind: 'answered'; read: string; path: CachePath; outcome: ReadOutcome; milliseconds: number }
  /** A source was asked, on whichever path. */
  | { kind: 'loaded'; read: string; milliseconds: number }
  | { kind: 'hit'; read: string; stale: boolean }
  | { kind: 'miss'; read: string; reason: MissReason }
  | { kind: 'join'; read: string }
  | { kind: 'bypass'; read: string; reason: BypassReason }
  | { kind: 'fill'; read: string; computeMs: number; size: number }
  | { kind: 'unfilled'; read: string; reason: 'oversize' | 'unstorable' | 'redis'; at?: string }
  | { kind: 'staleOnError'; read: string; error: unknown }
  | { kind: 'refreshFailed'; read: string; error: unknown }
  /** What commands do to tags, once Redis has confirmed it. */
  | { kind: 'fence' | 'bump' | 'lift'; tags: number }
  | { kind: 'purge'; namespace: Namespace }
  | { kind: 'storeFailed'; call: string; error: unknown }
  | { kind: 'shadow'; read: string; verdict: ShadowVerdict }
  | { kind: 'shadowFailed'; read: string; error: unknown }
  | { kind: 'breaker'; state: 'open' | 'closed' }

/**
 * What came of comparing the two paths: `legacy` or `redis` gave a value that was no longer true;
 * `moved` when the facts changed between the looks, so that nobody can tell.
 */
export type ShadowVerdict = 'equal' | 'legacy' | 'redis' | 'moved'

export type Report = (event: CacheEvent) => void

/** A subscriber that breaks must not break a read. */
export function safely(report: Report): Report {
  return (event) => {
    try {
      report(event)
    } catch {
      // There is nobody to tell: this is the way by which the cache tells.
    }
  }
}
