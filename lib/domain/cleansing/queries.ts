import { and, asc, count, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { assetIssues, assets, dataImports } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import type { IssueFilter, IssueView } from './schema'

export const issuesPerPage = 100

/** Open issues per rule, most first. */
export function countOpenIssues(
  key: EngagementKey,
  db: Database,
): Promise<{ rule: string; open: number; fixable: number }[]> {
  return db.read(key.clientId, (q) =>
    q
      .select({
        rule: assetIssues.rule,
        open: count(),
        fixable: sql<number>`count(*) filter (where ${assetIssues.fixable})`.mapWith(Number),
      })
      .from(assetIssues)
      .where(and(eq(assetIssues.engagementId, key.engagementId), eq(assetIssues.state, 'open')))
      .groupBy(assetIssues.rule)
      .orderBy(sql`count(*) desc`, asc(assetIssues.rule)),
  )
}

/** One page of issues in the order in which they were found, and one more to tell if it goes on. */
export async function listIssues(
  key: EngagementKey,
  db: Database,
  filter: IssueFilter,
): Promise<IssueView[]> {
  const rows = await db.read(key.clientId, (q) =>
    q
      .select({
        issue: assetIssues,
        assetName: assets.name,
        fileName: dataImports.fileName,
      })
      .from(assetIssues)
      .leftJoin(assets, eq(assets.id, assetIssues.assetId))
      .leftJoin(dataImports, eq(dataImports.id, assetIssues.dataImportId))
      .where(
        and(
          eq(assetIssues.engagementId, key.engagementId),
          eq(assetIssues.state, filter.state),
          filter.rule ? eq(assetIssues.rule, filter.rule) : undefined,
          filter.after ? gt(assetIssues.id, filter.after) : undefined,
        ),
      )
      .orderBy(asc(assetIssues.id))
      .limit(issuesPerPage + 1),
  )
  return rows.map(({ issue, assetName, fileName }) => ({
    id: issue.id,
    rule: issue.rule,
    attribute: issue.attribute,
    value: issue.value,
    proposed: issue.proposed,
    fixable: issue.fixable,
    reason: issue.reason,
    state: issue.state,
    asset: issue.assetId && assetName ? { id: issue.assetId, name: assetName } : null,
    fileName,
    rowNumber: issue.rowNumber,
  }))
}
