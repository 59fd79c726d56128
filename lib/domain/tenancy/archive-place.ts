import { type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { changeClientAccount } from './client-account-row'
import { changeEngagement } from './engagement-row'
import type { ChangedPlace, SeenPlace } from './schema'

// Who may enter depends on it, so it is refused where the caches cannot be told.
const strict = { consistency: 'strict' } as const

const wordFor = (archivedAt: Date | null) => (archivedAt ? 'archived' : 'restored')

/** @param archivedAt null opens the client account again */
export function archiveClientAccountAt(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
  archivedAt: Date | null,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const changed = await changeClientAccount(tx, deps.clock, seen, { archivedAt })
      if (!changed.ok) return changed
      const subjectType = 'client_account'
      const action = `${subjectType}.${wordFor(archivedAt)}` as const
      const actor = { userId: admin.userId, clientId: seen.id }
      await recordAudit(tx, actor, { action, subjectType, subjectId: seen.id })
      return changed
    },
    strict,
  )
}

/** @param archivedAt null opens the engagement again */
export function archiveEngagementAt(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
  archivedAt: Date | null,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const changed = await changeEngagement(tx, deps.clock, seen, { archivedAt })
      if (!changed.ok) return changed
      const { clientId, version } = changed.data
      const subjectType = 'engagement'
      const action = `${subjectType}.${wordFor(archivedAt)}` as const
      const actor = { userId: admin.userId, clientId, engagementId: seen.id }
      await recordAudit(tx, actor, { action, subjectType, subjectId: seen.id })
      return success({ version })
    },
    strict,
  )
}
