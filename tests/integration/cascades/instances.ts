import { createDatabase, type ReadSources } from '@/db/client'
import type { CachePath } from '@/lib/cache/cache'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import { parseEnv } from '@/lib/env'
import { createContainer } from '@/lib/server/create-container'
import type { Host } from '@/lib/server/next-host'
import { connectStore, keysOfDatabase } from '@/lib/write/connect'
import { openNamespaces } from '@/scripts/seed/open-namespaces'
import { createTestDatabase, type TestDatabase } from '../../support/test-database'

type Container = ReturnType<typeof createContainer>

/** One process of the site, as far as its reads and writes go. */
export interface Instance extends Pick<Container, 'tenant' | 'platform' | 'coherence' | 'relay'> {
  /** Reads in a request of its own; by the path `redis` unless said. */
  read<Key, Input, Value>(
    policy: ReadPolicy<ReadSources, Key, Input, Value>,
    key: Key,
    input: Input,
    path?: CachePath,
  ): Promise<Value>
  /** How the last read went. */
  outcome(): string
}

/**
 * Two processes of the site, over one database and one Redis.
 * @param envOfWriter what is different for the one that writes
 */
function createInstances(database: TestDatabase, envOfWriter: Record<string, string>) {
  const env = { ...database.env, NODE_ENV: 'test', APP_URL: 'https://portolan.example' }
  const putOff: Promise<unknown>[] = []
  const host: Host = {
    keepUp(work, failed) {
      putOff.push((typeof work === 'function' ? work() : work).catch(failed))
    },
    announceToPages: () => undefined,
    // No test is about time, and the machine may be busy.
    readBudget: 20_000,
  }
  const containers = [{ ...env, ...envOfWriter }, env].map((own) =>
    createContainer(parseEnv(own), host),
  )
  const [a, b] = containers.map(openInstance)
  if (!a || !b) throw new Error('There are two')
  return {
    /** Writes. */
    a,
    /** Reads, and has read before. */
    b,
    /** Waits for what commands put off until after their answers. */
    settled: () => Promise.all(putOff.splice(0)),
    close: async () => {
      await Promise.all(putOff)
      await Promise.all(
        containers.flatMap(({ tenant, platform }) => [tenant.close(), platform.close()]),
      )
    },
  }
}

function openInstance({ tenant, platform, cache, coherence, relay }: Container): Instance {
  let last = ''
  return {
    tenant,
    platform,
    relay,
    coherence,
    outcome: () => last,
    async read(policy, key, input, path = 'redis') {
      const reads = cache.forRequest()
      const value = await reads.read(path, policy, key, input)
      last = reads.facts().at(-1)?.outcome ?? ''
      return value
    },
  }
}

/** A database of its own whose owner a test writes as, like somebody in psql. */
export async function createWorkbench(envOfWriter: Record<string, string> = {}) {
  const database = await createTestDatabase()
  const owner = createDatabase({ url: database.ownerUrl, tls: false })
  const instances = createInstances(database, envOfWriter)
  return {
    ...instances,
    owner,
    /** Once the client accounts are there: their namespaces are marked, as at a launch. */
    open: () =>
      openNamespaces(
        owner,
        connectStore({
          url: database.env.UPSTASH_REDIS_REST_URL ?? '',
          token: database.env.UPSTASH_REDIS_REST_TOKEN ?? '',
          keys: keysOfDatabase(database.appUrl),
        }),
      ),
    end: async () => {
      await instances.close()
      await owner.close()
      await database.drop()
    },
  }
}

export type Workbench = Awaited<ReturnType<typeof createWorkbench>>
