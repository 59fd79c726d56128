import 'server-only'
import { engagementDirectory } from '@/lib/domain/tenancy/reads'
import type { EngagementAccess, UserContext } from '@/lib/domain/users/schema'
import { read } from './read'

/** Every engagement a person may enter, by name; all there are for an administrator. */
export async function accessibleEngagements(user: UserContext): Promise<EngagementAccess[]> {
  if (!user.isAdmin) return user.memberships
  const all = await read(engagementDirectory, 'platform', null)
  return all.map((entry) => ({ ...entry, role: 'admin' }))
}

/** Where a person is taken after signing in: the default if it is still theirs, else the first. */
export function landingPlace(
  user: UserContext,
  accessible: readonly EngagementAccess[],
): EngagementAccess | null {
  const { defaults } = user
  const chosen = accessible.find(
    (entry) =>
      entry.clientSlug === defaults?.clientSlug && entry.engagementSlug === defaults.engagementSlug,
  )
  return chosen ?? accessible[0] ?? null
}

/** What the frame of a page shows of a person, and nothing more: it reaches the browser. */
export function shellUser({ name, email, isAdmin }: UserContext) {
  return { name, email, isAdmin }
}
