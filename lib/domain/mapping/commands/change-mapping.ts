import { eq } from 'drizzle-orm'
import { fieldMappings } from '@/db/schema'
import { conflict } from '@/lib/base/conflict'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { mayReplace } from '@/lib/base/seen-version'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { attributeByName } from '../catalogue/attributes'
import { type Lesson, learnPatterns } from '../learn-patterns'
import { type LockedColumn, lockColumns } from '../lock-columns'
import { goOnWhenDecided, openMapping } from '../open-mapping'
import type { ChangeMapping, MappingChanged } from '../page/schema'
import { keepReplaced } from '../replaced-mapping'
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
    const [before] = await lockColumns(tx, scope, input.flowId, [input.mappingId])
    if (before === undefined) return failure('not_found')
    if (!mayReplace(input.version, before.version)) {
      return conflict({ version: before.version, values: { attribute: chosenAttribute(before) } })
    }
    const now = deps.clock.now()
    const { flow, formatId } = open.data
    const unit = unitOfChoice(input.attribute, before, formatId)
    const lessons = lessonsOf(before, input.attribute)
    await keepReplaced(tx, [before], await learnPatterns(tx, scope, lessons, { formatId, now }))
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
    await recordAudit(tx, scope, {
      action: 'mapping.changed',
      subjectType: 'field_mapping',
      subjectId: before.id,
      detail: { from: before.attribute, to: input.attribute },
    })
    const { undecided, continues } = await goOnWhenDecided(tx, scope, flow, now)
    const version = before.version + 1
    return success({ flowId: flow.id, decided: 1, passedOver: [], undecided, continues, version })
  })
}

/** A column that was rejected keeps what it was not; people see it as left out. */
function chosenAttribute({ state, attribute }: LockedColumn): string | null {
  return state === 'rejected' ? null : attribute
}

function lessonsOf(before: LockedColumn, chosen: string | null): Lesson[] {
  const { id: mappingId, header, attribute } = before
  const lessons: Lesson[] = []
  if (chosen !== null) {
    lessons.push({ mappingId, header, attribute: chosen, patternType: 'header_approved' })
  }
  if (attribute !== null && attribute !== chosen) {
    lessons.push({ mappingId, header, attribute, patternType: 'header_rejected' })
  }
  return lessons
}
