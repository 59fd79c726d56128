import { and, eq, isNull, ne } from 'drizzle-orm'
import { clientAccounts, engagements, memberships, users } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { membershipConflict } from '../membership-row'
import type { ChangedVersion, GiveMembershipInput } from '../schema'

/**
 * Lets a person into an engagement, as what the role says. Whoever still waits to be let in at all
 * is let in by their request.
 * @returns `not_found` for no such person or engagement, `conflict` when the person is in already,
 *   `cache_unreachable` when the caches could not be told
 */
export function giveMembership(
  admin: Administrator,
  deps: CommandDeps,
  { userId, engagementId, role }: GiveMembershipInput,
): Promise<Result<ChangedVersion>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const [place] = await tx
        .select({ engagementId: engagements.id, clientAccountId: clientAccounts.id })
        .from(engagements)
        .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
        .innerJoin(users, and(eq(users.id, userId), ne(users.status, 'pending')))
        .where(
          and(
            eq(engagements.id, engagementId),
            isNull(engagements.archivedAt),
            isNull(clientAccounts.archivedAt),
          ),
        )
      if (!place) return failure('not_found')
      const [given] = await tx
        .insert(memberships)
        .values({ ...place, userId, role })
        .onConflictDoNothing()
        .returning({ version: memberships.version })
      if (!given) return membershipConflict(tx, { userId, engagementId })
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: place.clientAccountId, engagementId },
        {
          action: 'membership.given',
          subjectType: 'user',
          subjectId: userId,
          detail: { engagementId, role },
        },
      )
      return success(given)
    },
    { consistency: 'strict' },
  )
}
