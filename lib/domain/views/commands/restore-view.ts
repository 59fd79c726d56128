import { eq, sql } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { findOwnView, lockViews, refuseTakenName } from '../saved-view-row'
import type { ChangedView, RestoreView } from '../schema'

/**
 * Takes the removal of a view back.
 * @returns `not_found` when it is not removed or was forgotten, `forbidden`, or `already_exists` when
 *   its name was given to another since
 */
export function restoreView(
  scope: Scope,
  deps: CommandDeps,
  { id }: RestoreView,
): Promise<Result<ChangedView>> {
  return transact(scope, deps, async (tx) => {
    await lockViews(tx, scope)
    const found = await findOwnView(tx, scope, id, true)
    if (!found.ok) return found
    const taken = await refuseTakenName(tx, scope, found.data)
    if (taken) return taken
    const { screen, name, shared, version } = found.data
    await tx
      .update(savedViews)
      .set({
        removedAt: null,
        version: sql`${savedViews.version} + 1`,
        updatedAt: deps.clock.now(),
      })
      .where(eq(savedViews.id, id))
    await recordAudit(tx, scope, {
      action: 'view.restored',
      subjectType: 'saved_view',
      subjectId: id,
      detail: { screen, name, shared },
    })
    return success({ id, version: version + 1 })
  })
}
