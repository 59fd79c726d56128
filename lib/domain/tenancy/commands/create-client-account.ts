import { clientAccounts } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import { clientNamespace } from '@/lib/base/tag'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { openNamespace } from '@/lib/write/open-namespace'
import type { CommandDeps } from '@/lib/write/transact'
import { clientNameIsTaken, clientSlugsLike } from '../client-account-row'
import { nameIsTaken } from '../name-is-taken'
import { freeSlug, slugOf } from '../rules'
import type { CreateClientAccountInput } from '../schema'

/**
 * Opens a client account. Its part of the address is made from the name and never changes.
 * @returns `already_exists` when another one has the name
 */
export function createClientAccount(
  admin: Administrator,
  deps: CommandDeps,
  { name }: CreateClientAccountInput,
): Promise<Result<{ id: string; slug: string }>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      if (await clientNameIsTaken(tx, name)) return nameIsTaken()
      const wished = slugOf(name, 'client')
      const slug = freeSlug(wished, await clientSlugsLike(tx, wished))
      const [created] = await tx
        .insert(clientAccounts)
        .values({ name, slug })
        .onConflictDoNothing()
        .returning({ id: clientAccounts.id })
      if (!created) return failure('conflict')
      await openNamespace(deps.coherence, clientNamespace(created.id))
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: created.id },
        {
          action: 'client_account.created',
          subjectType: 'client_account',
          subjectId: created.id,
          detail: { name, slug },
        },
      )
      return success({ ...created, slug })
    },
    { alone: true },
  )
}
