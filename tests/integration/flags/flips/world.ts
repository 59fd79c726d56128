import { eq, sql } from 'drizzle-orm'
import { createDatabase, type ReadSources } from '@/db/client'
import { assets } from '@/db/schema'
import { failure, success } from '@/lib/base/result'
import type { EngagementKey } from '@/lib/base/scope'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import { assetById } from '@/lib/domain/inventory/reads'
import { parseEnv } from '@/lib/env'
import { createContainer } from '@/lib/server/create-container'
import type { Host } from '@/lib/server/next-host'
import { connectStore, keysOfDatabase } from '@/lib/write/connect'
import { transact } from '@/lib/write/transact'
import { openNamespaces } from '@/scripts/seed/open-namespaces'
import { createTestDatabase } from '@/tests/support/test-database'
import { fillEveryTable, type Tenant } from '../../db/every-table'
import { startOwnEdgeConfig } from '../own-site'

export type Process = ReturnType<typeof createContainer>

/** An asset that says of itself how often it was written. */
export interface Counter {
  key: EngagementKey
  assetId: string
}

/** Milliseconds that the path `legacy` keeps a value here: short, so that its end is seen. */
export const legacyLife = 400

/** Three processes over one database, one Redis and one Edge Config; two counters to read. */
export async function createFlipWorld() {
  const [database, config] = await Promise.all([createTestDatabase(), startOwnEdgeConfig()])
  const owner = createDatabase({ url: database.ownerUrl, tls: false })
  const tenants = await owner.transaction(null, fillEveryTable)
  await owner.transaction(null, (tx) => tx.update(assets).set({ name: '0' }))
  const counters = await Promise.all([tenants.acme, tenants.globex].map(counterOf))

  async function counterOf({ clientAccountId, engagementId }: Tenant): Promise<Counter> {
    const [asset] = await owner.transaction(null, (tx) =>
      tx.select({ id: assets.id }).from(assets).where(eq(assets.clientAccountId, clientAccountId)),
    )
    return { key: { clientId: clientAccountId, engagementId }, assetId: asset?.id ?? '' }
  }

  const putOff: Promise<unknown>[] = []
  const failures: unknown[] = []
  const host: Host = {
    keepUp(work) {
      const running = typeof work === 'function' ? work() : work
      putOff.push(running.catch((error) => failures.push(error)))
    },
    announceToPages: () => undefined,
    // The machine may be busy, and this is not about time.
    readBudget: 20_000,
  }
  const names = { NODE_ENV: 'test', APP_URL: 'https://portolan.example' }
  const env = parseEnv({ ...database.env, ...config.env, ...names })
  const processes = Array.from({ length: 3 }, () => createContainer(env, host))
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, DATABASE_URL } = env
  await openNamespaces(owner, connectStore({ url, token, keys: keysOfDatabase(DATABASE_URL) }))
  await Promise.all(processes.map(({ flags }) => flags.refresh()))
  return {
    config,
    counters,
    processes,
    /** What failed behind an answer. */
    failures,
    async end() {
      while (putOff.length > 0) await Promise.all(putOff.splice(0))
      await Promise.all([owner, ...processes.flatMap((p) => [p.tenant, p.platform])].map(close))
      await config.stop()
      await database.drop()
    },
  }
}

const close = (database: { close(): Promise<void> }) => database.close()

/**
 * Writes a counter once more.
 * @returns how often it was written then; null when it is written but the caches wait to be told,
 *   as on a machine too busy to tell them in time. Rejects when it was not written
 */
export async function count({ tenant: db, clock, coherence }: Process, { key, assetId }: Counter) {
  const result = await transact(key, { db, clock, coherence }, async (tx) => {
    const [written] = await tx
      .update(assets)
      .set({ name: sql`${assets.name}::int + 1` })
      .where(eq(assets.id, assetId))
      .returning({ name: assets.name })
    return written ? success(Number(written.name)) : failure('not_found')
  })
  if (!result.ok) throw new Error(`A write was refused: ${result.code}`)
  return result.invalidation ? null : result.data
}

/**
 * The read of a counter: the inventory's own, with another life on the path `legacy`.
 * @param loaded hears how long each load took
 */
export function counterRead(
  loaded: (milliseconds: number) => void,
  kept = legacyLife,
): ReadPolicy<ReadSources, EngagementKey, { assetId: string }, { name: string | null } | null> {
  const { caching, load, name } = assetById
  if (!caching) throw new Error('The asset is cached')
  return {
    name,
    async load(...given) {
      const began = performance.now()
      const view = await load(...given)
      loaded(performance.now() - began)
      return view
    },
    caching: { ...caching, legacyLife: kept },
  }
}
