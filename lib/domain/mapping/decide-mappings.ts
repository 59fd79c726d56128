import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { fieldMappings } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { learnPatterns } from './learn-patterns'
import { goOnWhenDecided, isUndecided, openMapping } from './open-mapping'
import type { DecideMappings, MappingsDecided } from './page/schema'

/**
 * Decides about undecided columns, any number of them in a few statements, and learns from it.
 * When nothing is left to decide the flow goes on in the same transaction.
 * Fails with `not_found`, `wrong_state`, or `identity_missing` when an approval would be the last
 * one and no column says which asset a row is about.
 */
export function decideMappings(
  scope: Scope,
  deps: CommandDeps,
  { flowId, which }: DecideMappings,
  decision: 'approved' | 'rejected',
): Promise<Result<MappingsDecided>> {
  return transact(scope, deps, async (tx) => {
    const open = await openMapping(tx, scope, flowId)
    if (!open.ok) return open
    const { flow, formatId } = open.data
    const now = deps.clock.now()
    const decided = await writeDecision(tx, scope, { flowId, which }, decision, now)
    if (decided.length > 0) {
      await learnPatterns(
        tx,
        scope,
        decided.map((column) => ({ ...column, patternType: `header_${decision}` as const })),
        { formatId, now },
      )
      await recordAudit(tx, scope, {
        action: `mapping.${decision}`,
        subjectType: 'flow',
        subjectId: flowId,
        detail: { columns: decided.length },
      })
    }
    const { identityMissing, ...outcome } = await goOnWhenDecided(
      tx,
      scope,
      flow,
      decided.length,
      now,
    )
    if (identityMissing && decision === 'approved') return failure('identity_missing')
    return success(outcome)
  })
}

async function writeDecision(
  tx: Transaction,
  scope: Scope,
  { flowId, which }: DecideMappings,
  state: 'approved' | 'rejected',
  now: Date,
): Promise<{ header: string; attribute: string }[]> {
  const rows = await tx
    .update(fieldMappings)
    .set({
      state,
      decidedBy: scope.userId,
      decidedAt: now,
      version: sql`${fieldMappings.version} + 1`,
      updatedAt: now,
    })
    .where(
      and(
        eq(fieldMappings.flowId, flowId),
        eq(fieldMappings.engagementId, scope.engagementId),
        isUndecided,
        chosen(which),
      ),
    )
    .returning({ header: fieldMappings.header, attribute: fieldMappings.attribute })
  return rows.flatMap(({ header, attribute }) => (attribute ? [{ header, attribute }] : []))
}

function chosen(which: DecideMappings['which']) {
  if ('all' in which) return undefined
  if ('ids' in which) return inArray(fieldMappings.id, which.ids)
  const { state, minConfidence } = which.filter
  return and(
    state && eq(fieldMappings.state, state),
    minConfidence === undefined ? undefined : gte(fieldMappings.confidence, minConfidence),
  )
}
