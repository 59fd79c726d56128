import 'server-only'
import type { ReadSources } from '@/db/client'
import { isLiveSession } from '@/lib/auth/live-session'
import type { CookieClaims } from '@/lib/auth/session-claims'
import { can } from '@/lib/base/roles'
import type { RequestCache } from '@/lib/cache/cache'
import { engagementAt } from '@/lib/domain/tenancy/reads'
import { userContext } from '@/lib/domain/users/reads'
import type { EngagementAccess, UserContext } from '@/lib/domain/users/schema'
import type { Askers, Route } from '@/lib/http/route-policy'
import type { RequestFlags } from '../flags/obey-flags'
import type { RouteRead } from './route-read'

/** What a request is looked at with, before its page or handler runs. */
export interface LookAhead {
  route: Route<RouteRead>
  claims: CookieClaims
  /** The client and the engagement that the path names; any texts where it names none. */
  address: { client: string; engagement: string }
  reads: RequestCache<ReadSources>
  flags: RequestFlags
}

export type SignedAsker = Askers['user'] | Askers['member']

/** Somebody whom a route lets in. */
export interface Admitted {
  asker: SignedAsker
  role: string
}

/** The person whose session it is, if it still holds. */
export async function whoAsks({ reads, flags, claims }: LookAhead): Promise<UserContext | null> {
  const { userId } = claims
  const path = flags.pathOf('user-context', null)
  const user = await reads.read(path, userContext, { userId }, null)
  return user && isLiveSession(claims, user) ? user : null
}

/** The engagement at the address; null when there is none. */
export function findEngagement({ reads, flags, address }: LookAhead) {
  return reads.read(flags.pathOf('directory', null), engagementAt, 'platform', address)
}

/**
 * Whether a route lets somebody in. Its page or handler decides on that by itself; this decides on
 * the headers of the answer alone.
 */
export async function admit(look: LookAhead, user: UserContext): Promise<Admitted | null> {
  const { userId, isAdmin, status } = user
  const { asker: wanted, capability } = look.route
  if (wanted === 'anybody') return null
  if (status !== (wanted === 'pending' ? 'pending' : 'active')) return null
  const asker = { userId, isAdmin }
  if (wanted === 'admin' && !isAdmin) return null
  if (wanted !== 'member') return { asker, role: isAdmin ? 'admin' : 'none' }
  const access = await accessOf(look, user)
  if (!access || !can(access.role, capability)) return null
  const { clientId, engagementId, role } = access
  return { asker: { ...asker, clientId, engagementId }, role }
}

type Access = Pick<EngagementAccess, 'clientId' | 'engagementId' | 'role'>

async function accessOf(look: LookAhead, user: UserContext): Promise<Access | null> {
  if (user.isAdmin) {
    const entry = await findEngagement(look)
    return entry && { ...entry, role: 'admin' }
  }
  const { client, engagement } = look.address
  const own = user.memberships.find(
    (entry) => entry.clientSlug === client && entry.engagementSlug === engagement,
  )
  return own ?? null
}

/** The reads of a route for somebody; none where the route is for somebody of another kind. */
export function readsFor(route: Route<RouteRead>, asker: SignedAsker): readonly RouteRead[] {
  if (route.asker === 'anybody') return []
  if (route.asker !== 'member') return route.reads(asker)
  return 'clientId' in asker ? route.reads(asker) : []
}
