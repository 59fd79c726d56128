import 'server-only'
import { cache } from 'react'
import { failure, type Result, success } from '@/lib/base/result'
import { type Scope, sealScope } from '@/lib/base/scope'
import { engagementAt } from '@/lib/domain/tenancy/reads'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import type { EngagementAccess, UserContext } from '@/lib/domain/users/schema'
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
  if (!access) return failure('not_found')
  const { clientId, clientSlug, engagementId, engagementSlug, role } = access
  const { userId } = user.data
  return success(sealScope({ userId, clientId, clientSlug, engagementId, engagementSlug, role }))
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
