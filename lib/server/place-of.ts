import 'server-only'
import type { Scope } from '@/lib/base/scope'
import type { EngagementAccess, UserContext } from '@/lib/domain/users/schema'
import { shellUser } from './accessible-engagements'

/**
 * Who looks and where, as the browser is told.
 * @param scope of the page; null above the engagements
 * @param accessible engagements, for the names
 */
export function placeOf(
  user: UserContext,
  scope: Scope | null,
  accessible: readonly EngagementAccess[],
) {
  const person = { userId: user.userId, ...shellUser(user) }
  if (!scope) return { user: person, client: null, engagement: null, role: null, root: null }
  const { clientSlug, engagementSlug, role } = scope
  const named = accessible.find(({ engagementId }) => engagementId === scope.engagementId)
  return {
    user: person,
    client: { slug: clientSlug, name: named?.clientName ?? clientSlug },
    engagement: { slug: engagementSlug, name: named?.engagementName ?? engagementSlug },
    role,
    root: `/${clientSlug}/${engagementSlug}`,
  }
}
