import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { assetIssues, dataImports, rawRows, uploadParts } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { type LockedFlow, saveFlow, savePresentPhase } from '@/lib/domain/flows/flow-row'
import { nextStatus } from '@/lib/domain/flows/rules'
import { restJob } from '@/lib/jobs/wake-job'

/**
 * Removes an import's rows as they came, its unread parts and the doubts about rows that never
 * became an asset; a flow that is not over is cancelled, since it has nothing left to work on.
 * Assets stay, and what they say about where they come from.
 * @param actorId the person who wants it; null for the end of the retention
 */
export async function removeRows(
  tx: Transaction,
  key: EngagementKey,
  flow: LockedFlow,
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<void> {
  const { dataImportId } = flow
  await tx.delete(rawRows).where(eq(rawRows.dataImportId, dataImportId))
  await tx.delete(uploadParts).where(eq(uploadParts.dataImportId, dataImportId))
  await tx
    .delete(assetIssues)
    .where(and(eq(assetIssues.dataImportId, dataImportId), isNull(assetIssues.assetId)))
  await tx
    .update(dataImports)
    .set({ decoderState: null, version: sql`${dataImports.version} + 1`, updatedAt: now })
    .where(eq(dataImports.id, dataImportId))
  const status = nextStatus(flow.status, 'cancelled')
  if (status === null) return
  await savePresentPhase(tx, key, flow, { to: 'cancelled', actorId }, now)
  await saveFlow(tx, flow.id, { status, finishedAt: now }, now)
  await restJob(tx, flow.id, now)
}
