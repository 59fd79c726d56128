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
 * Closes a client account: nobody enters its engagements any more, and nothing of it is lost.
 * @returns `not_found`, `conflict` when it was changed since, `cache_unreachable` when the caches
 *   could not be told
 */
export function archiveClientAccount(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const change = { archivedAt: deps.clock.now() }
      const archived = await changeClientAccount(tx, deps.clock, seen, change)
      if (!archived.ok) return archived
      await recordAudit(
        tx,
        { userId: admin.userId, clientId: seen.id },
        {
          action: 'client_account.archived',
          subjectType: 'client_account',
          subjectId: seen.id,
        },
      )
      return archived
    },
    { consistency: 'strict' },
  )
}
