import { type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import { changeEngagement, engagementNameIsTaken } from '../engagement-row'
import { nameIsTaken } from '../name-is-taken'
import type { ChangedPlace, RenamePlaceInput } from '../schema'

/**
 * Gives an engagement another name; its addresses stay as they are.
 * @returns `not_found`, `conflict` when it was changed since, `already_exists` when another
 *   engagement of its client account has the name
 */
export function renameEngagement(
  admin: Administrator,
  deps: CommandDeps,
  { name, ...seen }: RenamePlaceInput,
): Promise<Result<ChangedPlace>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const renamed = await changeEngagement(tx, deps.clock, seen, { name })
      if (!renamed.ok) return renamed
      const { clientId, version } = renamed.data
      if (await engagementNameIsTaken(tx, clientId, name, seen.id)) return nameIsTaken()
      await recordAudit(
        tx,
        { userId: admin.userId, clientId, engagementId: seen.id },
        {
          action: 'engagement.renamed',
          subjectType: 'engagement',
          subjectId: seen.id,
          detail: { name },
        },
      )
      return success({ version })
    },
    { alone: true },
  )
}
