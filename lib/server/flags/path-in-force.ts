import 'server-only'
import type { CachePath } from '@/lib/cache/cache'
import type { Caching } from '@/lib/cache/read-policy'
import { type ReadGroup, readGroups } from '@/lib/flags/read-groups'
import { requestFlags } from './request-flags'

/** By which path a read goes in the present request. */
export async function pathInForce<Key, Input>(
  caching: Caching<Key, Input> | undefined,
  key: Key,
): Promise<CachePath> {
  // What is never kept has nothing to choose from.
  if (!caching) return 'off'
  const flags = await requestFlags()
  return flags.pathOf(groupOf(caching.group), caching.clientOf?.(key) ?? null)
}

function groupOf(name: string | undefined): ReadGroup | null {
  return readGroups.find((group) => group === name) ?? null
}
