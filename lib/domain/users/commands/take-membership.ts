import { memberships } from '@/db/schema'
import { type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { isMembership, membershipConflict } from '../membership-row'
import type { MembershipRole, SeenMembership } from '../schema'

/**
 * Takes an engagement from a person. A default that names it stays and leads nowhere, so that it is
 * theirs again with the membership.
 * @returns the role that was taken; `conflict` when the membership was changed or taken since,
 *   `cache_unreachable` when the caches could not be told
 */
export function takeMembership(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenMembership,
): Promise<Result<{ role: MembershipRole }>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const [taken] = await tx
        .delete(memberships)
        .where(isMembership(seen))
        .returning({ role: memberships.role, clientId: memberships.clientAccountId })
      if (!taken) return membershipConflict(tx, seen)
      const { userId, engagementId } = seen
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: taken.clientId, engagementId },
        {
          action: 'membership.taken',
          subjectType: 'user',
          subjectId: userId,
          detail: { engagementId, role: taken.role },
        },
      )
      return success({ role: taken.role })
    },
    { consistency: 'strict' },
  )
}
