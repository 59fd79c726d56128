import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { fieldMappings } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { chooseColumns } from './choose-columns'
import { type Lesson, learnPatterns } from './learn-patterns'
import { type LockedColumn, lockColumns } from './lock-columns'
import { goOnWhenDecided, openMapping } from './open-mapping'
import type { DecideMappings, MappingsDecided } from './page/schema'
import { keepReplaced } from './replaced-mapping'

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
    const { chosen, passedOver } = chooseColumns(await lockColumns(tx, scope, flowId), which)
    if (chosen.length > 0) {
      const lessons = chosen.flatMap((column) => lessonOf(column, decision))
      const learned = await learnPatterns(tx, scope, lessons, { formatId, now })
      await keepReplaced(tx, chosen, learned)
      await writeDecision(tx, scope, chosen, decision, now)
      await recordAudit(tx, scope, {
        action: `mapping.${decision}`,
        subjectType: 'flow',
        subjectId: flowId,
        detail: { columns: chosen.length },
      })
    }
    const { identityMissing, ...outcome } = await goOnWhenDecided(tx, scope, flow, now)
    if (identityMissing && decision === 'approved') return failure('identity_missing')
    return success({ flowId, decided: chosen.length, passedOver, ...outcome })
  })
}

function lessonOf(
  { id, header, attribute }: LockedColumn,
  decision: 'approved' | 'rejected',
): Lesson[] {
  if (attribute === null) return []
  return [{ mappingId: id, header, attribute, patternType: `header_${decision}` }]
}

async function writeDecision(
  tx: Transaction,
  { userId }: Scope,
  columns: readonly { id: string }[],
  state: 'approved' | 'rejected',
  now: Date,
): Promise<void> {
  const ids = columns.map(({ id }) => id)
  await tx
    .update(fieldMappings)
    .set({
      state,
      decidedBy: userId,
      decidedAt: now,
      version: sql`${fieldMappings.version} + 1`,
      updatedAt: now,
    })
    .where(inArray(fieldMappings.id, ids))
}
