import { and, eq, sql } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { conflict } from '@/lib/base/conflict'
import { failure, type Result, success } from '@/lib/base/result'
import { can } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { findOwnView, lockViews, refuseTakenName } from '../saved-view-row'
import { type ChangedView, type ChangeView, normaliseViewQuery } from '../schema'

/**
 * Gives a view another name, other filters, or another circle of those who are shown it.
 * @returns `not_found`, `forbidden` for another's view and for sharing as a viewer, `conflict` with
 *   the newer state when it was changed since, `already_exists` for a name that is taken
 */
export function changeView(
  scope: Scope,
  deps: CommandDeps,
  { id, version, ...change }: ChangeView,
): Promise<Result<ChangedView>> {
  return transact(scope, deps, async (tx) => {
    await lockViews(tx, scope)
    const found = await findOwnView(tx, scope, id)
    if (!found.ok) return found
    const view = found.data
    if (view.version !== version) {
      const { name, query, shared } = view
      return conflict({ version: view.version, values: { name, query, shared } })
    }
    const name = change.name ?? view.name
    const shared = change.shared ?? view.shared
    const query =
      change.query === undefined ? view.query : normaliseViewQuery(view.screen, change.query)
    if (shared && !view.shared && !can(scope.role, 'view.share')) return failure('forbidden')
    const taken = await refuseTakenName(tx, scope, { ...view, name, shared }, id)
    if (taken) return taken
    await tx
      .update(savedViews)
      .set({
        name,
        shared,
        query,
        version: sql`${savedViews.version} + 1`,
        updatedAt: deps.clock.now(),
      })
      .where(and(eq(savedViews.id, id), eq(savedViews.version, version)))
    await recordAudit(tx, scope, {
      action: 'view.changed',
      subjectType: 'saved_view',
      subjectId: id,
      detail: { screen: view.screen, name, shared },
    })
    return success({ id, version: version + 1 })
  })
}
