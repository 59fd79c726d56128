import { namespaceOf } from '@/lib/base/tag'
import type { TagVersions } from './cache'
import type { Keys } from './keys'
import type { RequestStore } from './request-store'

export interface TagVersionsParts {
  store: RequestStore
  keys: Keys
  background(work: Promise<unknown>): void
}

export function createTagVersions({ store, keys, background }: TagVersionsParts): TagVersions {
  return {
    async look(tags) {
      const [first] = tags
      if (first === undefined) return []
      // A look is at an entry and its tags. There is no entry here, and a key twice costs nothing.
      const seen = await store.look({ entryKey: keys.tag(first), tags })
      return seen?.values ?? null
    },
    begin(tags) {
      const [first] = tags
      if (first === undefined) return
      const namespace = namespaceOf(first)
      const entry = { namespace, read: 'versions', schemaHash: '1', input: tags }
      const key = keys.lease(keys.entry(entry))
      // Only a lease makes a tag, under the same guard as for values. It ends by itself.
      background(store.ask('lease', (redis) => redis.lease(key, tags)))
    },
  }
}
