import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ReadSources } from '@/db/client'
import type { ProcessCache } from '@/lib/cache/cache'
import { createCodec } from '@/lib/cache/codec'
import type { Report } from '@/lib/cache/events'
import type { Keys } from '@/lib/cache/keys'
import { createProcessCache } from '@/lib/cache/process-cache'
import type { Store } from '@/lib/cache/store'
import type { Env } from '@/lib/env'
import { systemTimer } from '@/lib/write/connect'
import { keepUp } from './keep-up'

/** Milliseconds that all reads of a request may wait for Redis together. */
const readBudget = 150
/** Which share of the reads on the path `shadow` is compared. */
const shadowShare = 0.2

interface CacheParts {
  source: ReadSources
  store: Store
  keys: Keys
  report: Report
  /** Tells Redis of every change that it was not told of. */
  drain(): Promise<void>
  /** Hears of background work that failed. */
  failed(error: unknown): void
}

/** The one cache of this process, with what the site gives it. */
export function createSiteCache(
  settings: Env,
  { failed, ...parts }: CacheParts,
): ProcessCache<ReadSources> {
  return createProcessCache({
    ...parts,
    codec: createCodec({ secret: Buffer.from(settings.CACHE_SECRET), randomBytes }),
    timer: systemTimer,
    random: Math.random,
    background: (work) => keepUp(work, failed),
    readBudget,
    shadowShare: () => shadowShare,
    strictValues: settings.NODE_ENV !== 'production',
  })
}
