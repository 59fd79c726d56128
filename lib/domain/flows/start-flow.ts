import type { Transaction } from '@/db/client'
import { discoveryFlows, flowPhases, masterFlows } from '@/db/schema'
import type { Scope } from '@/lib/base/scope'
import { createJob } from '@/lib/jobs/wake-job'
import { isExecutable } from './rules'
import { phaseNames } from './schema'

/**
 * Writes the master flow, the discovery flow, its phases and its sleeping job of a new import,
 * in the transaction that wrote the import.
 * @returns the id of the discovery flow
 */
export async function startFlow(
  tx: Transaction,
  scope: Scope,
  flow: { dataImportId: string; partCount: number; now: Date },
): Promise<string> {
  const engagement = { clientAccountId: scope.clientId, engagementId: scope.engagementId }
  const [master] = await tx
    .insert(masterFlows)
    .values({ ...engagement, createdBy: scope.userId, createdAt: flow.now })
    .returning({ id: masterFlows.id })
  if (master === undefined) throw new Error('The master flow was not written.')
  const [discovery] = await tx
    .insert(discoveryFlows)
    .values({
      ...engagement,
      masterFlowId: master.id,
      dataImportId: flow.dataImportId,
      progressTotal: flow.partCount,
      createdBy: scope.userId,
      createdAt: flow.now,
    })
    .returning({ id: discoveryFlows.id })
  if (discovery === undefined) throw new Error('The discovery flow was not written.')
  await tx.insert(flowPhases).values(
    phaseNames.map((phase) => ({
      ...engagement,
      flowId: discovery.id,
      phase,
      status: isExecutable(phase) ? ('pending' as const) : ('not_available' as const),
    })),
  )
  await createJob(tx, scope, {
    flowId: discovery.id,
    actingUserId: scope.userId,
    now: flow.now,
  })
  return discovery.id
}
