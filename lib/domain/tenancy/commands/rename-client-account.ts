import type { Result } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { changeClientAccount, clientNameIsTaken } from '../client-account-row'
import { nameIsTaken } from '../name-is-taken'
import type { ChangedPlace, RenamePlaceInput } from '../schema'

/**
 * Gives a client account another name; its addresses stay as they are.
 * @returns `not_found`, `conflict` when it was changed since, `already_exists` when another one has
 *   the name
 */
export function renameClientAccount(
  admin: Administrator,
  deps: CommandDeps,
  { name, ...seen }: RenamePlaceInput,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      if (await clientNameIsTaken(tx, name, seen.id)) return nameIsTaken()
      const renamed = await changeClientAccount(tx, deps.clock, seen, { name })
      if (!renamed.ok) return renamed
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: seen.id },
        {
          action: 'client_account.renamed',
          subjectType: 'client_account',
          subjectId: seen.id,
          detail: { name },
        },
      )
      return renamed
    },
    { alone: true },
  )
}
