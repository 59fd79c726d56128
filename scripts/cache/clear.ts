import { globalNamespace, type Namespace } from '@/lib/base/tag'
import { listNamespaces } from '@/lib/cache/upstash-namespaces'
import { connectInvalidation, connectStore } from '@/lib/write/connect'
import { CacheCommandFailure } from './failure'
import type { CacheAddress } from './find-redis'

/**
 * Makes the values of one namespace invalid, or of all.
 * @param wanted null: all
 * @returns the namespaces that were purged
 * @throws CacheCommandFailure when there is none of that name
 */
export async function clearCache(
  address: CacheAddress,
  wanted: string | null,
): Promise<Namespace[]> {
  const known = [...new Set([globalNamespace, ...(await listNamespaces(address))])]
  const chosen = wanted === null ? known : known.filter((namespace) => namespace === wanted)
  if (chosen.length === 0) {
    const names = known.join(', ')
    throw new CacheCommandFailure(
      'unknown_namespace',
      `Nothing is cached in a namespace ${wanted}; there are ${names}.`,
    )
  }
  const invalidation = connectInvalidation(connectStore(address), () => undefined)
  for (const namespace of chosen) await invalidation.purge(namespace)
  return chosen
}
