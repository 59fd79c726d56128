import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { ColumnLesson } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { normaliseHeader } from './header/normalise'
import type { Pattern } from './schema'

/** What one decision about one column teaches. */
export interface Lesson {
  mappingId: string
  header: string
  attribute: string
  patternType: Pattern['patternType']
}

/** What lessons changed in what is known. */
export interface Learned {
  /** By the column that taught it. */
  taught: (ColumnLesson & { mappingId: string })[]
  /** The opposite lessons, with the evidence that they had. */
  forgotten: ColumnLesson[]
}

/**
 * Keeps what decisions teach, for the whole client account. A lesson's evidence is how many columns
 * were decided so; the opposite lesson is forgotten, because the newest decision is what people mean.
 */
export async function learnPatterns(
  tx: Transaction,
  key: EngagementKey,
  lessons: readonly Lesson[],
  { formatId, now }: { formatId: string | null; now: Date },
): Promise<Learned> {
  const taught = lessons.flatMap(taughtBy)
  const together = recordsOf(addUp(taught))
  const { rows } = await tx.execute(sql`
    delete from patterns p using ${together}
     where p.client_account_id = ${key.clientId} and p.engagement_id is null
       and p.header = l.header and p.attribute = l.attribute and p.pattern_type <> l.type
       and p.format_id is not distinct from ${formatId}::text
    returning p.header, p.attribute, p.pattern_type as type, p.evidence_count as evidence`)
  await tx.execute(sql`
    insert into patterns
      (client_account_id, pattern_type, header, attribute, format_id, evidence_count, created_at,
       updated_at)
    select ${key.clientId}::uuid, l.type, l.header, l.attribute, ${formatId}::text, l.evidence,
           ${now}::timestamptz, ${now}::timestamptz
      from ${together}
        on conflict on constraint patterns_lesson do update
       set evidence_count = patterns.evidence_count + excluded.evidence_count,
           updated_at = excluded.updated_at`)
  return { taught, forgotten: rows as unknown as ColumnLesson[] }
}

/** Takes back what columns taught, and knows again what was forgotten because of them. */
export async function unlearnPatterns(
  tx: Transaction,
  key: EngagementKey,
  { taught, forgotten }: { taught: readonly ColumnLesson[]; forgotten: readonly ColumnLesson[] },
  { formatId, now }: { formatId: string | null; now: Date },
): Promise<void> {
  const same = sql`p.client_account_id = ${key.clientId} and p.engagement_id is null
    and p.header = l.header and p.attribute = l.attribute and p.pattern_type = l.type
    and p.format_id is not distinct from ${formatId}::text`
  const lessons = recordsOf(addUp(taught))
  await tx.execute(sql`
    delete from patterns p using ${lessons} where ${same} and p.evidence_count <= l.evidence`)
  await tx.execute(sql`
    update patterns p set evidence_count = p.evidence_count - l.evidence, updated_at = ${now}::timestamptz
      from ${lessons} where ${same}`)
  await tx.execute(sql`
    insert into patterns
      (client_account_id, pattern_type, header, attribute, format_id, evidence_count, created_at,
       updated_at)
    select ${key.clientId}::uuid, l.type, l.header, l.attribute, ${formatId}::text, l.evidence,
           ${now}::timestamptz, ${now}::timestamptz
      from ${recordsOf(unique(forgotten))}
        on conflict on constraint patterns_lesson do nothing`)
}

function recordsOf(lessons: readonly ColumnLesson[]) {
  return sql`json_to_recordset(${JSON.stringify(lessons)}::json) as l
    (header text, attribute text, type text, evidence int)`
}

function taughtBy({ mappingId, header, attribute, patternType }: Lesson): Learned['taught'] {
  const normal = normaliseHeader(header)
  if (normal === '') return []
  return [{ mappingId, header: normal, attribute, type: patternType, evidence: 1 }]
}

/** A file may name two columns alike; one statement may not touch one row twice. */
function addUp(lessons: readonly ColumnLesson[]): ColumnLesson[] {
  const sums = new Map<string, ColumnLesson>()
  for (const { header, attribute, type, evidence } of lessons) {
    const name = JSON.stringify([header, attribute, type])
    const before = sums.get(name)?.evidence ?? 0
    sums.set(name, { header, attribute, type, evidence: before + evidence })
  }
  return [...sums.values()]
}

/** What was forgotten once stands with every column that taught the opposite. */
function unique(lessons: readonly ColumnLesson[]): ColumnLesson[] {
  return [...new Map(lessons.map((lesson) => [JSON.stringify(lesson), lesson])).values()]
}
