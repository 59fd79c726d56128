import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { discoveryFlows } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { type LockedFlow, lockFlow } from '@/lib/domain/flows/flow-row'

/** Locks the flow of an import and its job; null when the engagement has no such import. */
export async function lockFlowOf(
  tx: Transaction,
  key: EngagementKey,
  importId: string,
): Promise<LockedFlow | null> {
  const [flow] = await tx
    .select({ id: discoveryFlows.id })
    .from(discoveryFlows)
    .where(
      and(
        eq(discoveryFlows.dataImportId, importId),
        eq(discoveryFlows.engagementId, key.engagementId),
      ),
    )
  return flow ? lockFlow(tx, key, flow.id) : null
}
