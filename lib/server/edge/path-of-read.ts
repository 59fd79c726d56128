import type { CachePath } from '@/lib/cache/cache'
import { readGroups } from '@/lib/flags/read-groups'
import type { RequestFlags } from '../flags/obey-flags'
import type { RouteRead } from './route-read'

/** By which path the page will do a read of its route. */
export function pathOfRead(flags: RequestFlags, { group, clientId }: RouteRead): CachePath {
  return flags.pathOf(readGroups.find((name) => name === group) ?? null, clientId)
}
