/** Everything that happens in the cache; logs and metrics subscribe. Holds no value and no input. */
export type CacheEvent =
  | { kind: 'hit'; read: string; stale: boolean }
  | { kind: 'miss'; read: string; reason: MissReason }
  | { kind: 'join'; read: string }
  | { kind: 'bypass'; read: string; reason: BypassReason }
  | { kind: 'fill'; read: string; computeMs: number; size: number }
  | { kind: 'unfilled'; read: string; reason: 'oversize' | 'unstorable' | 'redis' }
  | { kind: 'staleOnError'; read: string; error: unknown }
  | { kind: 'refreshFailed'; read: string; error: unknown }
  | { kind: 'storeFailed'; call: string; error: unknown }
  | { kind: 'breaker'; state: 'open' | 'closed' }

/** `unreadable`: what was stored was changed, or is of another key. */
export type MissReason = 'absent' | 'invalid' | 'expired' | 'unreadable'
export type BypassReason = 'uncached' | 'fence' | 'redis'

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
