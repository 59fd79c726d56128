import { sql } from 'drizzle-orm'
import { memberships } from '@/db/schema'
import { type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { isMembership, membershipConflict } from '../membership-row'
import type { ChangedVersion, ChangeMembershipRoleInput } from '../schema'

/**
 * Gives a member another role in their engagement.
 * @returns `conflict` when the membership was changed or taken since, `cache_unreachable` when the
 *   caches could not be told
 */
export function changeMembershipRole(
  admin: Administrator,
  deps: CommandDeps,
  { role, ...seen }: ChangeMembershipRoleInput,
): Promise<Result<ChangedVersion>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const [changed] = await tx
        .update(memberships)
        .set({ role, version: sql`${memberships.version} + 1`, updatedAt: deps.clock.now() })
        .where(isMembership(seen))
        .returning({ version: memberships.version, clientId: memberships.clientAccountId })
      if (!changed) return membershipConflict(tx, seen)
      const { userId, engagementId } = seen
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: changed.clientId, engagementId },
        {
          action: 'membership.role_changed',
          subjectType: 'user',
          subjectId: userId,
          detail: { engagementId, role },
        },
      )
      return success({ version: changed.version })
    },
    { consistency: 'strict' },
  )
}
