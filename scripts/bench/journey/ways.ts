import type { FlagsAsWritten } from '@/lib/flags/definitions'

/** The two ways of serving the same build that are compared; nothing else differs between them. */
export const wayNames = ['old', 'new'] as const
export type WayName = (typeof wayNames)[number]

/**
 * Fixed before anything was measured, and not tuned since (docs/decisions/033-the-old-way-as-baseline.md).
 * What the old way keeps and for how long stands where it is obeyed: per process in
 * `lib/domain/tenancy/caching.ts`, in browsers in `lib/http/cache-control.ts`, and its client, which
 * fetches who asks on every navigation, in `components/old-way`.
 */
export const flagsOfWay: Record<WayName, FlagsAsWritten> = {
  old: {
    'cache-enabled': true,
    'cache-path': { default: { path: 'legacy' } },
    'http-validators': { default: false },
    'live-updates': { default: false },
  },
  new: {
    'cache-enabled': true,
    'cache-path': { default: { path: 'redis' } },
    'http-validators': { default: true },
    'live-updates': { default: true },
  },
}

/** What is wanted of the new way beside the old one; shares of the old way's figure. */
export const goals = { requests: 0.2, loadMs: 0.5, reRenders: 0.4, hitRatio: 0.95 } as const
