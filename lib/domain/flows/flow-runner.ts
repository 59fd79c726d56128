import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { discoveryFlows, flowPhases } from '@/db/schema'
import type { EngagementKey, Scope } from '@/lib/base/scope'
import type { ClaimedJob, Hopeless, JobRunner, StepTime } from '@/lib/jobs/job'
import type { StepOutcome } from './executor'
import { type LockedFlow, lockFlowRow, saveFlow, savePhase } from './flow-row'
import type { PhaseRegistry } from './phase-registry'
import { isExecutable, phaseAfter } from './rules'
import type { FlowFailure } from './schema'

export interface FlowRunnerOptions {
  registry: PhaseRegistry
  /** What else ends with the flow, in the same transaction. */
  onCompleted(tx: Transaction, scope: Scope, dataImportId: string, now: Date): Promise<void>
}

/** Runs the phases of flows, one step at a time. */
export function createFlowRunner(options: FlowRunnerOptions): JobRunner {
  return {
    beat: (tx, job, now) => beat(tx, job, now),
    step: (tx, job, scope, time) => step(options, tx, job, scope, time),
    giveUp: (tx, job, why, now) => giveUp(tx, job, why, now),
  }
}

async function beat(tx: Transaction, job: ClaimedJob, now: Date): Promise<void> {
  await tx
    .update(discoveryFlows)
    .set({ heartbeatAt: now })
    .where(and(eq(discoveryFlows.id, job.flowId), eq(discoveryFlows.status, 'running')))
}

async function step(
  options: FlowRunnerOptions,
  tx: Transaction,
  job: ClaimedJob,
  scope: Scope,
  { now, isTimeUp }: StepTime,
): Promise<'more' | 'rest'> {
  const flow = await lockFlowRow(tx, scope, job.flowId)
  if (flow === null || flow.status !== 'running') return 'rest'
  if (!isExecutable(flow.phase)) throw new Error(`The phase ${flow.phase} cannot be executed.`)
  if (flow.phaseStatus !== 'running') {
    const { phase, phaseStatus: from } = flow
    await savePhase(tx, scope, flow.id, { phase, from, to: 'running', actorId: null }, now)
    flow.phaseStatus = 'running'
  }
  const { id: flowId, dataImportId, cursor } = flow
  const outcome = await options.registry[flow.phase].step(tx, {
    scope,
    flowId,
    dataImportId,
    cursor,
    now,
    isTimeUp,
  })
  return save(options, tx, scope, flow, outcome, now)
}

async function save(
  options: FlowRunnerOptions,
  tx: Transaction,
  scope: Scope,
  flow: LockedFlow,
  outcome: StepOutcome,
  now: Date,
): Promise<'more' | 'rest'> {
  const { phase } = flow
  const leave = { phase, from: 'running' as const, actorId: null }
  switch (outcome.status) {
    case 'continue':
      await saveCursor(tx, flow, outcome.cursor)
      await saveFlow(tx, flow.id, { progress: outcome.progress }, now)
      return 'more'
    case 'waiting': {
      const { result } = outcome
      await savePhase(tx, scope, flow.id, { ...leave, to: 'waiting', result }, now)
      await saveFlow(tx, flow.id, { status: 'waiting_for_approval' }, now)
      return 'rest'
    }
    case 'failed':
      await fail(tx, scope, flow, outcome.failure, now)
      return 'rest'
    case 'completed': {
      const { result } = outcome
      await savePhase(tx, scope, flow.id, { ...leave, to: 'completed', result }, now)
      return enterNextPhase(options, tx, scope, flow, now)
    }
  }
}

async function enterNextPhase(
  options: FlowRunnerOptions,
  tx: Transaction,
  scope: Scope,
  flow: LockedFlow,
  now: Date,
): Promise<'more' | 'rest'> {
  const phase = phaseAfter(flow.phase)
  if (phase !== null) {
    await saveFlow(tx, flow.id, { phase, progress: { done: 0, total: 0 } }, now)
    return 'more'
  }
  await saveFlow(tx, flow.id, { status: 'completed', finishedAt: now }, now)
  await options.onCompleted(tx, scope, flow.dataImportId, now)
  return 'rest'
}

async function saveCursor(
  tx: Transaction,
  flow: LockedFlow,
  cursor: Record<string, unknown>,
): Promise<void> {
  await tx
    .update(flowPhases)
    .set({ cursor })
    .where(and(eq(flowPhases.flowId, flow.id), eq(flowPhases.phase, flow.phase)))
}

async function fail(
  tx: Transaction,
  key: EngagementKey,
  flow: LockedFlow,
  failure: FlowFailure,
  now: Date,
): Promise<void> {
  const change = {
    phase: flow.phase,
    from: flow.phaseStatus,
    to: 'failed' as const,
    actorId: null,
    result: { status: 'failed' as const, code: failure.code },
    detail: { code: failure.code },
  }
  await savePhase(tx, key, flow.id, change, now)
  await saveFlow(tx, flow.id, { status: 'failed', failure }, now)
}

const hopelessFailures: Record<Hopeless, FlowFailure> = {
  attempts_used_up: {
    code: 'internal',
    reason: 'This step failed several times for a reason on our side.',
    remedy: 'Retry in a few minutes. Everything done so far is kept.',
  },
  starter_has_no_access: {
    code: 'forbidden',
    reason: 'The person who started this import may not enter the engagement any more.',
    remedy: 'Give the person access again and retry, or import the file as somebody else.',
  },
}

async function giveUp(tx: Transaction, job: ClaimedJob, why: Hopeless, now: Date): Promise<void> {
  const flow = await lockFlowRow(tx, job, job.flowId)
  if (flow?.status === 'running') await fail(tx, job, flow, hopelessFailures[why], now)
}
