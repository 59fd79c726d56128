import type { ReadSources } from '@/db/client'
import type { Tag } from '@/lib/base/tag'
import type { CachePath, RequestCache } from '@/lib/cache/cache'
import type { Caching, ReadPolicy } from '@/lib/cache/read-policy'

/** A read that a route's answers are made of. */
export interface RouteRead {
  name: string
  tags: readonly Tag[]
  /** By which flag its path is chosen, and for which client account. */
  group: string | undefined
  clientId: string | null
  /** Reads it, as the page will; whether there is anything. */
  finds(reads: RequestCache<ReadSources>, path: CachePath): Promise<boolean>
}

function keptBy<Key, Input>(name: string, caching: Caching<Key, Input> | undefined) {
  if (caching) return caching
  throw new RangeError(`${name} is never kept and hears of no change: its route has no validator.`)
}

/** A read whose input the address and the asker say, or whose input changes none of its facts. */
export function uses<Key, Input, Value>(
  policy: ReadPolicy<ReadSources, Key, Input, Value>,
  key: Key,
  input: Input,
): RouteRead {
  const caching = keptBy(policy.name, policy.caching)
  return {
    name: policy.name,
    tags: caching.tags(key, input),
    group: caching.group,
    clientId: caching.clientOf?.(key) ?? null,
    finds: async (reads, path) => (await reads.read(path, policy, key, input)) !== null,
  }
}

/**
 * A read whose input only another read's value names, or the query.
 * @param tags the lists of the collections that it depends on, which stand for their rows
 */
export function usesAny<Key, Input, Value>(
  policy: ReadPolicy<ReadSources, Key, Input, Value>,
  key: Key,
  tags: readonly Tag[],
): RouteRead {
  const caching = keptBy(policy.name, policy.caching)
  return {
    name: policy.name,
    tags,
    group: caching.group,
    clientId: caching.clientOf?.(key) ?? null,
    finds: () => Promise.reject(new TypeError(`Nobody says which ${policy.name} is meant.`)),
  }
}
