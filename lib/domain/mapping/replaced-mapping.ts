import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { ColumnLesson, ReplacedMapping } from '@/db/schema'
import type { Learned } from './learn-patterns'
import type { LockedColumn } from './lock-columns'

/** Writes down how columns stand now, before a decision replaces it. */
export async function keepReplaced(
  tx: Transaction,
  columns: readonly LockedColumn[],
  learned: Learned,
): Promise<void> {
  const rows = columns.map((column) => ({ id: column.id, replaced: stateOf(column, learned) }))
  await tx.execute(sql`
    update field_mappings m set replaced = r.replaced
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, replaced jsonb)
     where m.id = r.id`)
}

function stateOf(column: LockedColumn, { taught, forgotten }: Learned): ReplacedMapping {
  const { state, attribute, confidence, reasons, sourceUnit, targetUnit, decidedBy } = column
  const own = taught
    .filter(({ mappingId }) => mappingId === column.id)
    .map(({ mappingId: _, ...lesson }) => lesson)
  const isOpposite = ({ header, attribute: of }: ColumnLesson) =>
    own.some((lesson) => lesson.header === header && lesson.attribute === of)
  return {
    state,
    attribute,
    confidence,
    reasons,
    sourceUnit,
    targetUnit,
    decidedBy,
    decidedAt: column.decidedAt?.toISOString() ?? null,
    taught: own,
    forgotten: forgotten.filter(isOpposite),
  }
}

/** Puts columns back to what their newest decision replaced; it cannot be undone itself. */
export async function restoreReplaced(
  tx: Transaction,
  columns: readonly LockedColumn[],
  now: Date,
): Promise<void> {
  const ids = columns.map(({ id }) => id)
  await tx.execute(sql`
    update field_mappings m
       set state = r.state, attribute = r.attribute, confidence = r.confidence,
           reasons = r.reasons, source_unit = r."sourceUnit", target_unit = r."targetUnit",
           decided_by = r."decidedBy", decided_at = r."decidedAt", replaced = null,
           version = m.version + 1, updated_at = ${now}::timestamptz
      from field_mappings old, jsonb_to_record(old.replaced) as r
        (state text, attribute text, confidence real, reasons jsonb, "sourceUnit" text,
         "targetUnit" text, "decidedBy" uuid, "decidedAt" timestamptz)
     where ${inArray(sql`m.id`, ids)} and old.id = m.id`)
}
