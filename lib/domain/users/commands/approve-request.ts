import { and, eq, sql } from 'drizzle-orm'
import { engagements, memberships, userDefaults, users } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import { decideRequest } from '../decide-request'
import type { ApproveRequestInput, UserContext } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * Lets a person in: the request is approved, the person active, the membership there and, when
 * nothing was chosen before, their default.
 * @returns `conflict` when somebody else decided meanwhile, `cache_unreachable` when the caches could
 * not be told, `not_found` for no such engagement
 */
export function approveRequest(
  admin: UserContext,
  deps: SiteDeps,
  input: ApproveRequestInput,
): Promise<Result<{ userId: string }>> {
  return transactPlatform(
    deps,
    async (tx) => {
      const decided = await decideRequest(tx, admin, deps.clock, { ...input, status: 'approved' })
      if (!decided.ok) return decided
      const { userId } = decided.data
      const [place] = await tx
        .select({ engagementId: engagements.id, clientAccountId: engagements.clientAccountId })
        .from(engagements)
        .where(eq(engagements.id, input.engagementId))
      if (!place) return failure('not_found')
      await tx
        .update(users)
        .set({ status: 'active', version: sql`${users.version} + 1`, updatedAt: deps.clock.now() })
        .where(and(eq(users.id, userId), eq(users.status, 'pending')))
      await tx
        .insert(memberships)
        .values({ ...place, userId, role: input.role })
        .onConflictDoUpdate({
          target: [memberships.userId, memberships.engagementId],
          set: {
            role: input.role,
            version: sql`${memberships.version} + 1`,
            updatedAt: deps.clock.now(),
          },
        })
      await tx
        .insert(userDefaults)
        .values({ ...place, userId })
        .onConflictDoNothing()
      await recordAudit(
        tx,
        { userId: admin.userId },
        {
          action: 'access_request.approved',
          subjectType: 'user',
          subjectId: userId,
          detail: { engagementId: place.engagementId, role: input.role },
        },
      )
      return success({ userId })
    },
    'strict',
  )
}
