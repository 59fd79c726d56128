import type { Transaction } from '@/db/client'
import type { Scope } from '@/lib/base/scope'
import { wakeJob } from '@/lib/jobs/wake-job'
import { type LockedFlow, saveFlow, savePresentPhase } from './flow-row'
import { nextStatus, phaseAfter } from './rules'

/**
 * The file has arrived: the first phase may run.
 * @returns false when the flow did not wait for it
 */
export async function beginFlow(tx: Transaction, flow: LockedFlow, now: Date): Promise<boolean> {
  return changeStatus(tx, flow, 'upload_completed', now)
}

/**
 * A person has decided what the present phase waited for: it is completed and the next one runs.
 * @returns false when the flow did not wait
 */
export async function completeWaitingPhase(
  tx: Transaction,
  scope: Scope,
  flow: LockedFlow,
  facts: Record<string, unknown>,
  now: Date,
): Promise<boolean> {
  const next = phaseAfter(flow.phase)
  if (next === null || !(await changeStatus(tx, flow, 'decisions_made', now))) return false
  const result = { ...facts, status: 'completed' as const }
  await savePresentPhase(tx, scope, flow, { to: 'completed', actorId: scope.userId, result }, now)
  await saveFlow(tx, flow.id, { phase: next, progress: { done: 0, total: 0 } }, now)
  return true
}

/** Both events lead to `running`, so the job has work. */
async function changeStatus(
  tx: Transaction,
  flow: LockedFlow,
  event: 'upload_completed' | 'decisions_made',
  now: Date,
): Promise<boolean> {
  const status = nextStatus(flow.status, event)
  if (status === null) return false
  await saveFlow(tx, flow.id, { status }, now)
  await wakeJob(tx, flow.id, now)
  return true
}
