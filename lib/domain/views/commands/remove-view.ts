import { eq, sql } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { conflict } from '@/lib/base/conflict'
import { type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { findOwnView, forgetRemoved, lockViews } from '../saved-view-row'
import type { RemoveView } from '../schema'

/**
 * Removes a view; `restoreView` takes that back. Links to it still lead to what they name.
 * @returns `not_found`, `forbidden`, or `conflict` when it was changed since
 */
export function removeView(
  scope: Scope,
  deps: CommandDeps,
  { id, version }: RemoveView,
): Promise<Result<{ id: string }>> {
  return transact(scope, deps, async (tx) => {
    await lockViews(tx, scope)
    const found = await findOwnView(tx, scope, id)
    if (!found.ok) return found
    const { screen, name, query, shared, version: present } = found.data
    if (present !== version) return conflict({ version: present, values: { name, query, shared } })
    const now = deps.clock.now()
    await tx
      .update(savedViews)
      .set({ removedAt: now, version: sql`${savedViews.version} + 1`, updatedAt: now })
      .where(eq(savedViews.id, id))
    await forgetRemoved(tx, scope, now)
    await recordAudit(tx, scope, {
      action: 'view.removed',
      subjectType: 'saved_view',
      subjectId: id,
      detail: { screen, name, shared },
    })
    return success({ id })
  })
}
