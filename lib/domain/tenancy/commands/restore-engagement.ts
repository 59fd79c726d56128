import { type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { changeEngagement } from '../engagement-row'
import type { ChangedPlace, SeenPlace } from '../schema'

/**
 * Opens an archived engagement again, to everybody who was a member before.
 * @returns `not_found`, `conflict` when it was changed since, `cache_unreachable` when the caches
 *   could not be told
 */
export function restoreEngagement(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const change = { archivedAt: null }
      const restored = await changeEngagement(tx, deps.clock, seen, change)
      if (!restored.ok) return restored
      const { clientId, version } = restored.data
      await recordAudit(
        tx,
        { userId: admin.userId, clientId, engagementId: seen.id },
        { action: 'engagement.restored', subjectType: 'engagement', subjectId: seen.id },
      )
      return success({ version })
    },
    { consistency: 'strict' },
  )
}
