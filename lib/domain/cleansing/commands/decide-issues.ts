import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { assetIssues } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { recomputeAssets } from '@/lib/domain/inventory/recompute-assets'
import { countOpenIssues } from '@/lib/domain/inventory/store/issues'
import { lockInventory } from '@/lib/domain/inventory/store/lock'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { addCorrections } from '../add-corrections'
import type { DecideIssues, IssueState } from '../schema'

type Issue = typeof assetIssues.$inferSelect

const outcome: Record<DecideIssues['decision'], IssueState> = {
  accept: 'accepted',
  skip: 'skipped',
  reopen: 'open',
}

/**
 * Accepts fixes, skips issues or opens skipped ones again. An accepted fix becomes a correction of
 * its asset; an issue without a fix or without an asset yet cannot be accepted and stays open.
 * @returns how many issues were decided; `wrong_state` when none could be
 */
export function decideIssues(
  scope: Scope,
  deps: CommandDeps,
  input: DecideIssues,
): Promise<Result<{ decided: number }>> {
  return transact(scope, deps, async (tx) => {
    await lockInventory(tx, scope)
    const issues = await lockIssues(tx, scope, input)
    if (issues.length === 0) return failure('wrong_state')
    const state = outcome[input.decision]
    await tx
      .update(assetIssues)
      .set({
        state,
        decidedBy: scope.userId,
        decidedAt: deps.clock.now(),
        version: sql`${assetIssues.version} + 1`,
      })
      .where(
        inArray(
          assetIssues.id,
          issues.map(({ id }) => id),
        ),
      )
    const assetIds = new Set(issues.flatMap(({ assetId }) => assetId ?? []))
    if (input.decision === 'accept') {
      await addCorrections(tx, scope, issues)
      await recomputeAssets(tx, scope, assetIds)
    } else {
      await countOpenIssues(tx, scope, assetIds)
    }
    await recordAudit(tx, scope, {
      action: `issue.${state === 'open' ? 'reopened' : state}`,
      subjectType: 'engagement',
      subjectId: scope.engagementId,
      detail: { ...input, decided: issues.length },
    })
    return success({ decided: issues.length })
  })
}

/** The issues that the decision can be about, locked, so that no fix is accepted twice. */
async function lockIssues(tx: Transaction, scope: Scope, input: DecideIssues): Promise<Issue[]> {
  const from: IssueState = input.decision === 'reopen' ? 'skipped' : 'open'
  return tx
    .select()
    .from(assetIssues)
    .where(
      and(
        eq(assetIssues.engagementId, scope.engagementId),
        eq(assetIssues.state, from),
        'rule' in input ? eq(assetIssues.rule, input.rule) : inArray(assetIssues.id, input.ids),
        input.decision === 'accept'
          ? sql`${assetIssues.fixable} and ${assetIssues.assetId} is not null`
          : undefined,
      ),
    )
    .orderBy(assetIssues.id)
    .for('update')
}
