import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { normaliseHeader } from './header/normalise'
import type { Pattern } from './schema'

/** What one decision about one column teaches. */
export interface Lesson {
  header: string
  attribute: string
  patternType: Pattern['patternType']
}

/**
 * Keeps what decisions teach, for the whole client account. A lesson that is there already gains
 * evidence; the opposite lesson is forgotten, because the newest decision is what people mean.
 */
export async function learnPatterns(
  tx: Transaction,
  key: EngagementKey,
  lessons: readonly Lesson[],
  { formatId, now }: { formatId: string | null; now: Date },
): Promise<void> {
  const json = JSON.stringify(distinct(lessons))
  const taught = sql`json_to_recordset(${json}::json) as l (header text, attribute text, type text)`
  await tx.execute(sql`
    delete from patterns p using ${taught}
     where p.client_account_id = ${key.clientId} and p.engagement_id is null
       and p.header = l.header and p.attribute = l.attribute and p.pattern_type <> l.type
       and p.format_id is not distinct from ${formatId}::text`)
  await tx.execute(sql`
    insert into patterns
      (client_account_id, pattern_type, header, attribute, format_id, created_at, updated_at)
    select ${key.clientId}::uuid, l.type, l.header, l.attribute, ${formatId}::text,
           ${now}::timestamptz, ${now}::timestamptz
      from ${taught}
        on conflict on constraint patterns_lesson do update
       set evidence_count = patterns.evidence_count + 1, updated_at = excluded.updated_at`)
}

/** A file may name two columns alike; one statement may not touch one row twice. */
function distinct(lessons: readonly Lesson[]) {
  const rows = lessons
    .map(({ header, attribute, patternType }) => ({
      header: normaliseHeader(header),
      attribute,
      type: patternType,
    }))
    .filter(({ header }) => header !== '')
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
