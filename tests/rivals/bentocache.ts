import type { Redis } from '@upstash/redis'
import { importRival } from './installed-package'
import { type Rival, toldByOneCall } from './rival'

const tenMinutes = 600_000

/** What is used of bentocache. */
interface Bentocache {
  BentoCache: new (config: {
    default: string
    stores: Record<string, unknown>
  }) => {
    getOrSet<Value>(options: {
      key: string
      factory(): Promise<Value>
      ttl: number
      tags?: string[]
    }): Promise<Value>
    delete(options: { key: string }): Promise<boolean>
    deleteByTag(options: { tags: string[] }): Promise<boolean>
  }
  bentostore(): { useL2Layer(driver: { options: object; factory(): object }): unknown }
}

/** A driver of its second layer; without a first layer nothing stays in a process. */
function createDriver(redis: Redis, prefix = 'bento') {
  const at = (key: string) => `${prefix}:${key}`
  return {
    type: 'l2',
    namespace: (name: string) => createDriver(redis, at(name)),
    get: async (key: string) => (await redis.get<string>(at(key))) ?? undefined,
    pull: async (key: string) => (await redis.getdel<string>(at(key))) ?? undefined,
    set: async (key: string, value: string, ttl = tenMinutes) =>
      (await redis.set(at(key), value, { px: ttl })) === 'OK',
    clear: async () => undefined,
    delete: async (key: string) => (await redis.del(at(key))) > 0,
    deleteMany: async (keys: string[]) => (await redis.del(...keys.map(at))) > 0,
    disconnect: async () => undefined,
  }
}

export async function createBentocacheRivals<Value = number>(
  redis: Redis,
): Promise<Rival<Value>[]> {
  const { BentoCache, bentostore } = await importRival<Bentocache>('bentocache')
  const openCache = () => {
    const shared = bentostore().useL2Layer({ options: {}, factory: () => createDriver(redis) })
    return new BentoCache({ default: 'shared', stores: { shared } })
  }
  const common = { ttl: tenMinutes }
  return [
    {
      name: 'bentocache, delete',
      open(origin) {
        const cache = openCache()
        return toldByOneCall(
          (key) => cache.getOrSet({ ...common, key, factory: () => origin.load(key) }),
          (key) => cache.delete({ key }),
        )
      },
    },
    {
      name: 'bentocache, deleteByTag',
      open(origin) {
        const cache = openCache()
        return toldByOneCall(
          (key) =>
            cache.getOrSet({
              ...common,
              key,
              tags: [`of ${key}`],
              factory: () => origin.load(key),
            }),
          (key) => cache.deleteByTag({ tags: [`of ${key}`] }),
        )
      },
    },
  ]
}
