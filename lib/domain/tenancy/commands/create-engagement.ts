import { and, eq, isNull } from 'drizzle-orm'
import { clientAccounts, engagements } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { engagementNameIsTaken, engagementSlugsLike } from '../engagement-row'
import { nameIsTaken } from '../name-is-taken'
import { freeSlug, slugOf } from '../rules'
import type { CreateEngagementInput } from '../schema'

/**
 * Opens an engagement of a client account. Its part of the address is made from the name and never
 * changes.
 * @returns `not_found` for a client account that is not there or archived, `already_exists` when
 *   another engagement of the account has the name
 */
export function createEngagement(
  admin: Administrator,
  deps: CommandDeps,
  { clientId, name }: CreateEngagementInput,
): Promise<Result<{ id: string; slug: string }>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const [account] = await tx
        .select({ clientAccountId: clientAccounts.id })
        .from(clientAccounts)
        .where(and(eq(clientAccounts.id, clientId), isNull(clientAccounts.archivedAt)))
      if (!account) return failure('not_found')
      if (await engagementNameIsTaken(tx, clientId, name)) return nameIsTaken()
      const wished = slugOf(name, 'engagement')
      const slug = freeSlug(wished, await engagementSlugsLike(tx, clientId, wished))
      const [created] = await tx
        .insert(engagements)
        .values({ ...account, name, slug })
        .onConflictDoNothing()
        .returning({ id: engagements.id })
      if (!created) return failure('conflict')
      await recordAudit(
        tx,
        { userId: admin.userId, clientId, engagementId: created.id },
        {
          action: 'engagement.created',
          subjectType: 'engagement',
          subjectId: created.id,
          detail: { name, slug },
        },
      )
      return success({ ...created, slug })
    },
    { alone: true },
  )
}
