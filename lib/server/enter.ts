import 'server-only'
import { cache } from 'react'
import { failure, type Result, success } from '@/lib/base/result'
import { type Capability, can } from '@/lib/base/roles'
import { type Scope, sealScope } from '@/lib/base/scope'
import { engagementAt } from '@/lib/domain/tenancy/reads'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import type { EngagementAccess, UserContext } from '@/lib/domain/users/schema'
import { noteDenial } from './note-denial'
import { read } from './read'
import { currentUser } from './session'

/** Whoever asks, if approved; `unauthenticated` or `account_pending` otherwise. */
export async function enterSite(): Promise<Result<UserContext>> {
  const user = await currentUser()
  if (!user) return failure('unauthenticated')
  return user.status === 'pending' ? failure('account_pending') : success(user)
}

/**
 * The scope of whoever asks in the engagement that a path names. An engagement that is not there
 * and one that is not theirs are the same `not_found`.
 */
export async function enterEngagement(address: EngagementAddress): Promise<Result<Scope>> {
  const user = await enterSite()
  if (!user.ok) return user
  const access = await accessTo(user.data, address)
  const { userId } = user.data
  if (!access) {
    noteDenial({ userId, place: address, capability: null })
    return failure('not_found')
  }
  const { clientId, clientSlug, engagementId, engagementSlug, role } = access
  return success(sealScope({ userId, clientId, clientSlug, engagementId, engagementSlug, role }))
}

/** The same, for what a member's role has to allow; `forbidden` when it does not. */
export async function enterFor(
  address: EngagementAddress,
  capability: Capability,
): Promise<Result<Scope>> {
  const scope = await enterEngagement(address)
  if (!scope.ok || can(scope.data.role, capability)) return scope
  noteDenial({ userId: scope.data.userId, place: address, capability })
  return failure('forbidden')
}

/** A layout and its page ask for the same one. */
const engagementOf = cache((client: string, engagement: string) =>
  read(engagementAt, 'platform', { client, engagement }),
)

async function accessTo(
  user: UserContext,
  address: EngagementAddress,
): Promise<EngagementAccess | null> {
  if (user.isAdmin) {
    const entry = await engagementOf(address.client, address.engagement)
    return entry && { ...entry, role: 'admin' }
  }
  const own = user.memberships.find(
    (entry) => entry.clientSlug === address.client && entry.engagementSlug === address.engagement,
  )
  return own ?? null
}
