import { and, asc, eq, gt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { rawRows } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import type { RawRowView } from './schema'

export interface RawRowsInput {
  importId: string
  /** Only rows after this number. */
  after: number
  limit: number
  rejectedOnly: boolean
}

/** Rows as they came, in the file's order. */
export async function listRawRows(
  key: EngagementKey,
  db: Database,
  { importId, after, limit, rejectedOnly }: RawRowsInput,
): Promise<RawRowView[]> {
  const rows = await db.read(key.clientId, (q) =>
    q
      .select()
      .from(rawRows)
      .where(
        and(
          eq(rawRows.dataImportId, importId),
          eq(rawRows.engagementId, key.engagementId),
          gt(rawRows.rowNumber, after),
          rejectedOnly ? eq(rawRows.outcome, 'rejected') : undefined,
        ),
      )
      .orderBy(asc(rawRows.rowNumber))
      .limit(limit),
  )
  return rows.map(({ rowNumber, lineNumber, cells, outcome, assetId, problems }) => ({
    rowNumber,
    lineNumber,
    cells,
    outcome,
    assetId,
    problems: problems ?? [],
  }))
}
