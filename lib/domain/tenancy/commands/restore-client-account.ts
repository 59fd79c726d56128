import type { Result } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { changeClientAccount } from '../client-account-row'
import type { ChangedPlace, SeenPlace } from '../schema'

/**
 * Opens an archived client account again, to everybody who was a member before.
 * @returns `not_found`, `conflict` when it was changed since, `cache_unreachable` when the caches
 *   could not be told
 */
export function restoreClientAccount(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const change = { archivedAt: null }
      const restored = await changeClientAccount(tx, deps.clock, seen, change)
      if (!restored.ok) return restored
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: seen.id },
        {
          action: 'client_account.restored',
          subjectType: 'client_account',
          subjectId: seen.id,
        },
      )
      return restored
    },
    { consistency: 'strict' },
  )
}
