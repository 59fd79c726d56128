import type { Redis } from '@upstash/redis'
import { importRival } from './installed-package'
import { type Rival, toldByOneCall } from './rival'

const tenMinutes = 600_000

interface Entry {
  metadata: object
  value: unknown
}

/** What is used of cachified. */
interface Cachified {
  cachified<Value>(options: {
    key: string
    cache: {
      get(key: string): Promise<Entry | null>
      set(key: string, entry: Entry): Promise<unknown>
      delete(key: string): Promise<unknown>
    }
    ttl: number
    getFreshValue(): Promise<Value>
  }): Promise<Value>
}

export async function createCachifiedRival<Value = number>(redis: Redis): Promise<Rival<Value>> {
  const { cachified } = await importRival<Cachified>('@epic-web/cachified')
  return {
    name: '@epic-web/cachified, delete',
    open(origin) {
      const at = (key: string) => `cachified:${key}`
      const cache = {
        async get(key: string) {
          const text = await redis.get<string>(at(key))
          return text === null ? null : (JSON.parse(text) as Entry)
        },
        set: (key: string, entry: Entry) =>
          redis.set(at(key), JSON.stringify(entry), { px: tenMinutes }),
        delete: (key: string) => redis.del(at(key)),
      }
      return toldByOneCall(
        (key) => cachified({ key, cache, ttl: tenMinutes, getFreshValue: () => origin.load(key) }),
        (key) => cache.delete(key),
      )
    },
  }
}
