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
 * Closes an engagement: nobody enters it any more, and nothing of it is lost.
 * @returns `not_found`, `conflict` when it was changed since, `cache_unreachable` when the caches
 *   could not be told
 */
export function archiveEngagement(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const change = { archivedAt: deps.clock.now() }
      const archived = await changeEngagement(tx, deps.clock, seen, change)
      if (!archived.ok) return archived
      const { clientId, version } = archived.data
      await recordAudit(
        tx,
        { userId: admin.userId, clientId, engagementId: seen.id },
        { action: 'engagement.archived', subjectType: 'engagement', subjectId: seen.id },
      )
      return success({ version })
    },
    { consistency: 'strict' },
  )
}
