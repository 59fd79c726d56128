import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { fieldMappings } from '@/db/schema'
import { conflict } from '@/lib/base/conflict'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { mayReplace } from '@/lib/base/seen-version'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { attributeByName } from '../catalogue/attributes'
import { type Lesson, learnPatterns } from '../learn-patterns'
import { goOnWhenDecided, openMapping } from '../open-mapping'
import type { ChangeMapping, MappingChanged } from '../page/schema'
import { unitOfChoice } from '../unit-of-choice'

/**
 * Gives a column another attribute, which approves it, or none, which leaves it out. Learns both
 * what was chosen and what was not. Fails with `not_found`, `wrong_state`, `conflict` (somebody
 * decided about the column in the meantime) or `invalid_input` (no such attribute).
 */
export function changeMapping(
  scope: Scope,
  deps: CommandDeps,
  input: ChangeMapping,
): Promise<Result<MappingChanged>> {
  return transact(scope, deps, async (tx) => {
    if (input.attribute !== null && !attributeByName(input.attribute)) {
      return failure('invalid_input', { fields: { attribute: 'There is no such attribute.' } })
    }
    const open = await openMapping(tx, scope, input.flowId)
    if (!open.ok) return open
    const before = await findColumn(tx, scope, input)
    if (before === undefined) return failure('not_found')
    if (!mayReplace(input.version, before.version)) {
      return conflict({ version: before.version, values: { attribute: chosenAttribute(before) } })
    }
    const now = deps.clock.now()
    const { flow, formatId } = open.data
    const unit = unitOfChoice(input.attribute, before, formatId)
    await tx
      .update(fieldMappings)
      .set({
        attribute: input.attribute,
        state: input.attribute === null ? 'rejected' : 'approved',
        confidence: input.attribute === null ? 0 : 1,
        reasons: ['Chosen by a person', ...(unit.reason ? [unit.reason] : [])],
        sourceUnit: unit.sourceUnit,
        targetUnit: unit.targetUnit,
        decidedBy: scope.userId,
        decidedAt: now,
        version: before.version + 1,
        updatedAt: now,
      })
      .where(eq(fieldMappings.id, before.id))
    await learnPatterns(tx, scope, lessonsOf(before, input.attribute), { formatId, now })
    await recordAudit(tx, scope, {
      action: 'mapping.changed',
      subjectType: 'field_mapping',
      subjectId: before.id,
      detail: { from: before.attribute, to: input.attribute },
    })
    const { identityMissing: _, ...outcome } = await goOnWhenDecided(tx, scope, flow, 1, now)
    return success({ ...outcome, version: before.version + 1 })
  })
}

type Column = typeof fieldMappings.$inferSelect

async function findColumn(
  tx: Transaction,
  scope: Scope,
  { flowId, mappingId }: ChangeMapping,
): Promise<Column | undefined> {
  const [column] = await tx
    .select()
    .from(fieldMappings)
    .where(
      and(
        eq(fieldMappings.id, mappingId),
        eq(fieldMappings.flowId, flowId),
        eq(fieldMappings.engagementId, scope.engagementId),
      ),
    )
    .for('update')
  return column
}

/** A column that was rejected keeps what it was not; people see it as left out. */
function chosenAttribute({ state, attribute }: Column): string | null {
  return state === 'rejected' ? null : attribute
}

function lessonsOf(before: Column, chosen: string | null): Lesson[] {
  const { header, attribute } = before
  const lessons: Lesson[] = []
  if (chosen !== null) lessons.push({ header, attribute: chosen, patternType: 'header_approved' })
  if (attribute !== null && attribute !== chosen) {
    lessons.push({ header, attribute, patternType: 'header_rejected' })
  }
  return lessons
}
