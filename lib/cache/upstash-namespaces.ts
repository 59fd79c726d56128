import type { Namespace } from '@/lib/base/tag'
import type { Keys } from './keys'
import { guarded } from './script-runner'
import { connectUpstash, type UpstashAddress } from './upstash-store'

/** Keys that one step of the search looks through. */
const step = 1000

/**
 * The namespaces that the cache knows, by their markers, in order. Looks through all keys of the
 * Redis: for people's commands, not for requests.
 */
export async function listNamespaces(
  address: UpstashAddress & { keys: Keys },
): Promise<Namespace[]> {
  const redis = connectUpstash(address)
  const prefix = address.keys.markerPrefix()
  const found = new Set<string>()
  let cursor = '0'
  do {
    const [next, keys] = await guarded(redis.scan(cursor, { match: `${prefix}*`, count: step }))
    for (const key of keys) found.add(key.slice(prefix.length))
    cursor = String(next)
  } while (cursor !== '0')
  // A marker's name is made of its namespace and nothing else.
  return [...found].toSorted() as Namespace[]
}
