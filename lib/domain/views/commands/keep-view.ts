import { savedViews } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import { can } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { lockViews, refuseTakenName, refuseTooMany } from '../saved-view-row'
import { type ChangedView, type KeepView, normaliseViewQuery } from '../schema'

/**
 * Keeps what a list shows under a name, for oneself or for every member of the engagement.
 * @returns `forbidden` when it is to be shared and the role does not allow that, `already_exists`
 *   for a name that is taken, `wrong_state` for one view too many
 */
export async function keepView(
  scope: Scope,
  deps: CommandDeps,
  { screen, name, query, shared }: KeepView,
): Promise<Result<ChangedView>> {
  if (shared && !can(scope.role, 'view.share')) return failure('forbidden')
  const { clientId: clientAccountId, engagementId, userId: ownerId } = scope
  return transact(scope, deps, async (tx) => {
    await lockViews(tx, scope)
    const refused =
      (await refuseTakenName(tx, scope, { screen, name, shared, ownerId })) ??
      (await refuseTooMany(tx, scope, screen))
    if (refused) return refused
    const said = normaliseViewQuery(screen, query)
    const [kept] = await tx
      .insert(savedViews)
      .values({ clientAccountId, engagementId, ownerId, screen, name, query: said, shared })
      .returning({ id: savedViews.id, version: savedViews.version })
    if (!kept) throw new Error('A view was not inserted')
    await recordAudit(tx, scope, {
      action: 'view.kept',
      subjectType: 'saved_view',
      subjectId: kept.id,
      detail: { screen, name, shared },
    })
    return success(kept)
  })
}
