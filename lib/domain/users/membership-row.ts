import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { memberships } from '@/db/schema'
import { conflict } from '@/lib/base/conflict'
import type { Failure } from '@/lib/base/result'
import type { SeenMembership } from './schema'

/** The membership of a person in an engagement, if it is still as the administrator saw it. */
export function isMembership({ version, ...of }: SeenMembership) {
  return and(membershipOf(of), eq(memberships.version, version))
}

type MembershipKey = Omit<SeenMembership, 'version'>

function membershipOf({ userId, engagementId }: MembershipKey) {
  return and(eq(memberships.userId, userId), eq(memberships.engagementId, engagementId))
}

/** Somebody else changed or took the membership; what it is now. */
export async function membershipConflict(tx: Transaction, of: MembershipKey): Promise<Failure> {
  const [newer] = await tx
    .select({ version: memberships.version, role: memberships.role })
    .from(memberships)
    .where(membershipOf(of))
  return conflict(newer ? { version: newer.version, values: { role: newer.role } } : null)
}
