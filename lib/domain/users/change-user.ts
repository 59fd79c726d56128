import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { users } from '@/db/schema'
import type { Clock } from '@/lib/base/clock'
import { conflict } from '@/lib/base/conflict'
import { failure, type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  hasAdministrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { AuditAction } from '@/lib/domain/audit/schema'
import type { CommandDeps } from '@/lib/write/transact'
import type { ChangedVersion, SeenUser, UserStatus } from './schema'

interface Change {
  /** What the person has to be; any when it is not said. */
  from?: UserStatus
  set: { isAdmin?: boolean; status?: UserStatus }
  /** Every cookie of the person becomes worthless. */
  endsSessions?: boolean
}

interface UserCommand extends Change {
  /** For the audit log. */
  action: AuditAction
  /** Another administrator has to remain. */
  takesAdministrator?: boolean
}

/**
 * Changes a person as the administrator saw them, once the caches can be told.
 * @returns `not_found` for no such person, `conflict` for one who was changed since, `wrong_state`
 *   for one who is not as the command asks, `last_administrator` when nobody would be left to
 *   administer, `cache_unreachable` when the caches could not be told
 */
export function changeUser(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenUser,
  { action, takesAdministrator = false, ...change }: UserCommand,
): Promise<Result<ChangedVersion>> {
  return transactAsAdministrator(
    admin,
    deps,
    async (tx) => {
      const changed = await write(tx, deps.clock, seen, change)
      if (!changed.ok) return changed
      if (takesAdministrator && !(await hasAdministrator(tx))) return failure('last_administrator')
      await recordAudit(
        tx,
        { userId: admin.userId },
        { action, subjectType: 'user', subjectId: seen.userId },
      )
      return changed
    },
    { consistency: 'strict', alone: takesAdministrator },
  )
}

async function write(
  tx: Transaction,
  clock: Clock,
  { userId, version }: SeenUser,
  { from, set, endsSessions = false }: Change,
): Promise<Result<ChangedVersion>> {
  const [before] = await tx
    .select({ version: users.version, status: users.status, isAdmin: users.isAdmin })
    .from(users)
    .where(eq(users.id, userId))
    .for('update')
  if (!before) return failure('not_found')
  if (before.version !== version) {
    const { status, isAdmin } = before
    return conflict({ version: before.version, values: { status, isAdmin } })
  }
  if (from !== undefined && before.status !== from) return failure('wrong_state')
  await tx
    .update(users)
    .set({
      ...set,
      ...(endsSessions && { sessionVersion: sql`${users.sessionVersion} + 1` }),
      version: version + 1,
      updatedAt: clock.now(),
    })
    .where(eq(users.id, userId))
  return success({ version: version + 1 })
}
