import { count, isNull, min } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { cacheOutbox } from '@/db/schema'

/** The facts that nobody has told the caches of yet. */
export interface RelayLag {
  untold: number
  /** When the oldest of them was committed; null when there is none. */
  since: Date | null
}

/** @param db any login that may write */
export async function findRelayLag(db: Database): Promise<RelayLag> {
  const [found] = await db.read(null, (q) =>
    q
      .select({ untold: count(), since: min(cacheOutbox.createdAt) })
      .from(cacheOutbox)
      .where(isNull(cacheOutbox.appliedAt)),
  )
  return { untold: found?.untold ?? 0, since: found?.since ?? null }
}
