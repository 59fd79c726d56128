import { and, eq } from 'drizzle-orm'
import { memberships } from '@/db/schema'
import type { SeenMembership } from './schema'

/** The membership of a person in an engagement, if it is still as the administrator saw it. */
export function isMembership({ userId, engagementId, version }: SeenMembership) {
  return and(
    eq(memberships.userId, userId),
    eq(memberships.engagementId, engagementId),
    eq(memberships.version, version),
  )
}
