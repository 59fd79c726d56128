import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { discoveryFlows, flowPhaseHistory, flowPhases } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { lockJob } from '@/lib/jobs/wake-job'
import type { FlowState } from './rules'
import type { FlowFailure, FlowStatus, PhaseName, PhaseStatus } from './schema'

/** A flow whose row this transaction holds. */
export interface LockedFlow extends FlowState {
  id: string
  dataImportId: string
  version: number
  progress: { done: number; total: number }
  cursor: Record<string, unknown> | null
}

const flowOf = (key: EngagementKey, flowId: string) =>
  and(
    eq(discoveryFlows.id, flowId),
    eq(discoveryFlows.engagementId, key.engagementId),
    eq(discoveryFlows.clientAccountId, key.clientId),
  )

/** Locks a flow and its job; null when the engagement has no such flow. */
export async function lockFlow(
  tx: Transaction,
  key: EngagementKey,
  flowId: string,
): Promise<LockedFlow | null> {
  await lockJob(tx, flowId)
  return lockFlowRow(tx, key, flowId)
}

/** Locks a flow whose job this transaction holds already. */
export async function lockFlowRow(
  tx: Transaction,
  key: EngagementKey,
  flowId: string,
): Promise<LockedFlow | null> {
  const [flow] = await tx.select().from(discoveryFlows).where(flowOf(key, flowId)).for('update')
  if (flow === undefined) return null
  const [phase] = await tx
    .select()
    .from(flowPhases)
    .where(and(eq(flowPhases.flowId, flowId), eq(flowPhases.phase, flow.phase)))
  return {
    id: flow.id,
    dataImportId: flow.dataImportId,
    status: flow.status,
    phase: flow.phase,
    phaseStatus: phase?.status ?? 'pending',
    failure: flow.failure,
    version: flow.version,
    progress: { done: flow.progressDone, total: flow.progressTotal },
    cursor: phase?.cursor ?? null,
  }
}

export interface FlowChange {
  status?: FlowStatus
  phase?: PhaseName
  failure?: FlowFailure | null
  finishedAt?: Date
  progress?: { done: number; total: number }
}

/** Writes what a flow has become. Everything but progress raises the version. */
export async function saveFlow(
  tx: Transaction,
  flowId: string,
  change: FlowChange,
  now: Date,
): Promise<void> {
  const { progress, ...rest } = change
  const counts = progress && { progressDone: progress.done, progressTotal: progress.total }
  const versioned = Object.keys(rest).length > 0
  await tx
    .update(discoveryFlows)
    .set({
      ...rest,
      ...counts,
      ...(versioned && { version: sql`${discoveryFlows.version} + 1` }),
      updatedAt: now,
    })
    .where(eq(discoveryFlows.id, flowId))
}

export interface PhaseChange {
  phase: PhaseName
  from: PhaseStatus
  to: PhaseStatus
  /** The person who caused it; null for the machine. */
  actorId: string | null
  result?: { status: 'completed' | 'failed' | 'waiting'; [fact: string]: unknown }
  detail?: Record<string, unknown>
}

/** Writes what the phase that a flow is in has become. */
export function savePresentPhase(
  tx: Transaction,
  key: EngagementKey,
  flow: Pick<LockedFlow, 'id' | 'phase' | 'phaseStatus'>,
  change: Omit<PhaseChange, 'phase' | 'from'>,
  now: Date,
): Promise<void> {
  const { phase, phaseStatus: from } = flow
  return savePhase(tx, key, flow.id, { ...change, phase, from }, now)
}

const over: readonly PhaseStatus[] = ['completed', 'failed', 'cancelled']

/** Writes a phase's new status and its line of history. */
export async function savePhase(
  tx: Transaction,
  key: EngagementKey,
  flowId: string,
  change: PhaseChange,
  now: Date,
): Promise<void> {
  await tx
    .update(flowPhases)
    .set({
      status: change.to,
      ...(change.result && { result: change.result }),
      ...(change.from === 'pending' && { startedAt: now }),
      finishedAt: over.includes(change.to) ? now : null,
    })
    .where(and(eq(flowPhases.flowId, flowId), eq(flowPhases.phase, change.phase)))
  await tx.insert(flowPhaseHistory).values({
    flowId,
    phase: change.phase,
    clientAccountId: key.clientId,
    engagementId: key.engagementId,
    fromStatus: change.from,
    toStatus: change.to,
    actorId: change.actorId,
    detail: change.detail,
    at: now,
  })
}
