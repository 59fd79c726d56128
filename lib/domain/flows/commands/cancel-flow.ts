import { and, eq, inArray } from 'drizzle-orm'
import { dataImports, uploadParts } from '@/db/schema'
import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { controlFlow, type FlowControlled } from '../control-flow'
import { savePresentPhase } from '../flow-row'
import type { ControlFlow } from '../schema'

/** Ends a flow for good. Parts of the file that were not read are dropped; assets stay. */
export function cancelFlow(
  scope: Scope,
  deps: CommandDeps,
  input: ControlFlow,
): Promise<Result<FlowControlled>> {
  return controlFlow(scope, deps, input, 'cancel', async (tx, flow, now) => {
    await savePresentPhase(tx, scope, flow, { to: 'cancelled', actorId: scope.userId }, now)
    await tx.delete(uploadParts).where(eq(uploadParts.dataImportId, flow.dataImportId))
    await tx
      .update(dataImports)
      .set({ status: 'failed', decoderState: null, updatedAt: now })
      .where(
        and(
          eq(dataImports.id, flow.dataImportId),
          inArray(dataImports.status, ['uploading', 'received']),
        ),
      )
  })
}
