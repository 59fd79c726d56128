import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import { transactAsAdministrator } from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { issueResetLink } from '../issue-reset-link'
import type { UserContext } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * A link with which a person chooses a new password, for an administrator to hand over. It is
 * shown this once: only a digest is kept.
 * @returns `not_found` for no such person, `account_disabled` for one who was shut out
 */
export function makeResetLink(
  admin: UserContext,
  deps: SiteDeps,
  input: { userId: string },
): Promise<Result<{ link: string; expiresAt: Date }>> {
  return transactAsAdministrator(admin, deps, async (tx) => {
    const [person] = await tx
      .select({ status: users.status })
      .from(users)
      .where(eq(users.id, input.userId))
    if (!person) return failure('not_found')
    if (person.status === 'disabled') return failure('account_disabled')
    const issued = await issueResetLink(tx, deps, {
      userId: input.userId,
      createdBy: admin.userId,
    })
    await recordAudit(
      tx,
      { userId: admin.userId },
      {
        action: 'password_reset.created',
        subjectType: 'user',
        subjectId: input.userId,
        detail: { by: 'administrator' },
      },
    )
    return success(issued)
  })
}
