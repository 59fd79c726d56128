import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { dataImports } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'

/** Every row of the import has become an asset or was rejected. */
export async function finishImport(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
  now: Date,
): Promise<void> {
  await tx
    .update(dataImports)
    .set({ status: 'completed', version: sql`${dataImports.version} + 1`, updatedAt: now })
    .where(and(eq(dataImports.id, dataImportId), eq(dataImports.engagementId, key.engagementId)))
}
