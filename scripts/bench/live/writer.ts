import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { systemClock } from '@/lib/base/clock'
import { success } from '@/lib/base/result'
import type { Store } from '@/lib/cache/store'
import { connectInvalidation } from '@/lib/write/connect'
import { transact, transactPlatform } from '@/lib/write/transact'
import type { BenchedPlace } from './people'

/**
 * Changes assets one after the other, as another process of the site does.
 * @param published when each change began to be told, by its name, as `performance.now`
 */
export function createWriter(db: Database, store: Store, published: Map<string, number>) {
  const telling: Store = {
    ...store,
    async bump(tags, fenceId) {
      const began = performance.now()
      const events = await store.bump(tags, fenceId)
      for (const name of events.values()) published.set(name, began)
      return events
    },
  }
  const putOff: Promise<void>[] = []
  const coherence = {
    invalidation: connectInvalidation(telling, () => undefined),
    announce: () => undefined,
    afterwards: (work: () => Promise<void>) => void putOff.push(work()),
  }

  return {
    /** @throws when the change could not be made and told */
    async change({ clientId, assetIds }: BenchedPlace): Promise<void> {
      const id = assetIds[Math.floor(Math.random() * assetIds.length)]
      const result = await transact(
        { clientId },
        { db, clock: systemClock, coherence },
        async (tx) => {
          await tx.execute(sql`update assets set version = version + 1 where id = ${id}`)
          return success(null)
        },
      )
      if (!result.ok || result.invalidation === 'pending') throw new Error('A change was not told')
    },
    /**
     * Ends all sessions of a person.
     * @param platform the platform's login
     */
    async endSessions(platform: Database, userId: string): Promise<void> {
      const deps = { db: platform, clock: systemClock, coherence }
      await transactPlatform(deps, async (tx) => {
        await tx.execute(sql`
          update users set session_version = session_version + 1 where id = ${userId}`)
        return success(null)
      })
    },
    settled: () => Promise.all(putOff.splice(0)),
  }
}
