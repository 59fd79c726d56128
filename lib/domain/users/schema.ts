import type { Role } from '@/lib/base/roles'

/** An engagement that a person may enter, with the names a page shows. */
export interface EngagementAccess {
  clientId: string
  clientSlug: string
  clientName: string
  engagementId: string
  engagementSlug: string
  engagementName: string
  role: Role
}

export type UserStatus = 'pending' | 'active' | 'disabled'

/** Everything that decides what a person may do, read anew for each request. */
export interface UserContext {
  userId: string
  name: string
  email: string
  isAdmin: boolean
  status: UserStatus
  /** A session is dead when the cookie carries another number. */
  sessionVersion: number
  /** Ordered by client and engagement name. Administrators may enter others too. */
  memberships: EngagementAccess[]
  /** Where the person is taken after signing in; null when nothing was chosen yet. */
  defaults: { clientSlug: string; engagementSlug: string } | null
}
