import 'server-only'
import type { ReadSources } from '@/db/client'
import { isLiveSession } from '@/lib/auth/live-session'
import type { CookieClaims } from '@/lib/auth/session-claims'
import type { EngagementKey } from '@/lib/base/scope'
import type { CachePath, RequestCache } from '@/lib/cache/cache'
import { engagementAt } from '@/lib/domain/tenancy/reads'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import { userContext } from '@/lib/domain/users/reads'
import type { UserContext } from '@/lib/domain/users/schema'
import { env } from '@/lib/env'
import { isOnFor } from '@/lib/flags/decide'
import type { Hearer } from '@/lib/live/audience'
import { container } from '../container'
import { obeyFlags, type RequestFlags } from '../flags/obey-flags'

/** What finds out who may hear what: reads of this moment, and the flags that they obey. */
export interface HearerLook extends Pick<RequestFlags, 'pathOf'> {
  reads: RequestCache<ReadSources>
}

/**
 * Whom a cookie stands for, if they may hear of anything; null when it is dead. What may be old says
 * nothing of who was shut out this moment, and a stream outlasts it.
 */
export async function userNow(
  claims: CookieClaims,
  { reads, pathOf }: HearerLook,
): Promise<UserContext | null> {
  const { userId } = claims
  const user = await reads.read(fresh(pathOf('user-context', null)), userContext, { userId }, null)
  return user?.status === 'active' && isLiveSession(claims, user) ? user : null
}

/** The path by which what is read is never older than the last write. */
function fresh(path: CachePath): CachePath {
  return path === 'redis' ? path : 'off'
}

/**
 * What a person may hear of at these addresses; null when one of them is not theirs or not there,
 * which is the same. Reading an engagement needs no more than belonging to it.
 */
export async function hearerAt(
  user: UserContext,
  addresses: readonly EngagementAddress[],
  { reads, pathOf }: HearerLook,
): Promise<Hearer | null> {
  const { userId, isAdmin } = user
  const path = fresh(pathOf('directory', null))
  const findFor = (
    address: EngagementAddress,
  ): Promise<EngagementKey | null> | EngagementKey | null =>
    isAdmin ? reads.read(path, engagementAt, 'platform', address) : ownPlace(user, address)
  const found = await Promise.all(addresses.map(findFor))
  const places = found.flatMap((place) =>
    place ? [{ clientId: place.clientId, engagementId: place.engagementId }] : [],
  )
  return places.length === addresses.length ? { userId, isAdmin, places } : null
}

/** The addresses at which somebody is refused; to an administrator nothing is but what is not there. */
export function foreignTo(
  user: UserContext,
  addresses: readonly EngagementAddress[],
): EngagementAddress[] {
  return user.isAdmin ? [] : addresses.filter((address) => ownPlace(user, address) === null)
}

function ownPlace(user: UserContext, { client, engagement }: EngagementAddress) {
  const own = user.memberships.find(
    ({ clientSlug, engagementSlug }) => clientSlug === client && engagementSlug === engagement,
  )
  return own ?? null
}

/**
 * The same for a session that was let in before, outside of any request; null when its cookie is
 * dead or a place is theirs no more.
 * @throws when nobody can tell
 */
export async function hearerNow(
  claims: CookieClaims,
  addresses: readonly EngagementAddress[],
): Promise<Hearer | null> {
  const { cache, flags } = container()
  const snapshot = await flags.current()
  const { pathOf } = obeyFlags(snapshot.values, snapshot, env().CACHE_PATH ?? null)
  const look = { reads: cache.forRequest(), pathOf }
  const user = await userNow(claims, look)
  return user && hearerAt(user, addresses, look)
}

/** Whether live updates are on this moment, for a client account or the platform's pages (null). */
export function isOnNow(clientId: string | null): boolean {
  return isOnFor(container().flags.held().values, 'live-updates', clientId)
}

/** What is left of somebody's hearing where live updates are on; null when nothing is. */
export function whereOn(hearer: Hearer, isOn: (clientId: string | null) => boolean): Hearer | null {
  if (hearer.places.length === 0) return isOn(null) ? hearer : null
  const places = hearer.places.filter(({ clientId }) => isOn(clientId))
  return places.length > 0 ? { ...hearer, places } : null
}
