import { eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { assets, cacheOutbox } from '@/db/schema'
import { systemClock } from '@/lib/base/clock'
import { success } from '@/lib/base/result'
import type { Tag } from '@/lib/base/tag'
import type { Invalidation } from '@/lib/cache/invalidation'
import type { Consistency } from '@/lib/write/commit-protocol'
import { connectInvalidation } from '@/lib/write/connect'
import { relayFacts } from '@/lib/write/relay-facts'
import { transact } from '@/lib/write/transact'
import { createMemoryStore } from '@/tests/support/cache/memory-store'
import { fillEveryTable } from '../db/every-table'
import type { OpenDatabase } from '../db/open-database'

/** One asset in a database, a Redis in memory, and a command that renames the asset. */
export async function setStage(database: OpenDatabase) {
  const tenants = await database.owner.transaction(null, fillEveryTable)
  const key = {
    clientId: tenants.acme.clientAccountId,
    engagementId: tenants.acme.engagementId,
  }
  const store = createMemoryStore(Date.now)
  const calls: string[] = []
  const announced: Tag[] = []
  const putOff: (() => Promise<void>)[] = []
  /** What happens inside a call, before it reaches Redis. */
  const meanwhile: Partial<Record<'fence' | 'bump', () => Promise<void>>> = {}
  const real = connectInvalidation(store, () => undefined)
  const invalidation: Invalidation = {
    ...real,
    async fence(tags) {
      calls.push('fence')
      await meanwhile.fence?.()
      return real.fence(tags)
    },
    async bump(tags, fenceId) {
      calls.push('bump')
      await meanwhile.bump?.()
      return real.bump(tags, fenceId)
    },
    async lift(tags, fenceId) {
      calls.push('lift')
      return real.lift(tags, fenceId)
    },
  }
  const coherence = {
    invalidation,
    announce: (tags: readonly Tag[]) => void announced.push(...tags),
    afterwards: (work: () => Promise<void>) => void putOff.push(work),
  }
  const [asset] = await read(database.owner)
  if (!asset) throw new Error('There is no asset')

  async function read(on: Database) {
    return on.transaction(key.clientId, (tx) =>
      tx
        .select({ id: assets.id, name: assets.name })
        .from(assets)
        .where(eq(assets.clientAccountId, key.clientId)),
    )
  }
  return {
    key,
    store,
    calls,
    announced,
    putOff,
    meanwhile,
    coherence,
    assetId: asset.id,
    assetTag: tagsOf.asset(key).row(asset.id)[0] as Tag,
    nameNow: async () => (await read(database.owner))[0]?.name,
    rename: (
      name: string,
      options: {
        on?: Database
        consistency?: Consistency
        also?(tx: Transaction): Promise<unknown>
      } = {},
    ) =>
      transact(
        key,
        { db: options.on ?? database.app, clock: systemClock, coherence },
        async (tx) => {
          await tx.update(assets).set({ name })
          await options.also?.(tx)
          return success(name)
        },
        options.consistency,
      ),
    /** Runs what commands put off until after their answers. */
    async settle() {
      for (const work of putOff.splice(0)) await work()
    },
    relay: () => relayFacts({ db: database.app, coherence, events: store }),
    /** The tags of the facts that nobody was told of. */
    untold: async () => {
      const rows = await database.owner.transaction(null, (tx) =>
        tx.select().from(cacheOutbox).where(sql`applied_at is null`).orderBy(cacheOutbox.id),
      )
      return rows.map(({ tags }) => tags)
    },
    /** Forgets the facts that arranging the test has left. */
    forgetFacts: () =>
      database.owner.transaction(null, (tx) => tx.delete(cacheOutbox).then(() => undefined)),
  }
}

export type Stage = Awaited<ReturnType<typeof setStage>>
