import type { Transaction } from '@/db/client'
import { conflict } from '@/lib/base/conflict'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { mayReplace } from '@/lib/base/seen-version'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { restJob, wakeJob } from '@/lib/jobs/wake-job'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { type LockedFlow, lockFlow, saveFlow } from './flow-row'
import { eventOf, nextStatus } from './rules'
import type { ControlFlow, FlowAction, FlowStatus } from './schema'

export interface FlowControlled {
  flowId: string
  status: FlowStatus
  /** Of the flow now. */
  version: number
}

/** What else an order does, in the same transaction, before the flow's new status is written. */
type AlsoDo = (tx: Transaction, flow: LockedFlow, now: Date) => Promise<void>

/**
 * Carries out a person's order: decides, writes the flow, wakes its job or lays it to rest.
 * Fails with `not_found`, `conflict` (the flow is not what the person saw) or `wrong_state`.
 */
export function controlFlow(
  scope: Scope,
  deps: CommandDeps,
  input: ControlFlow,
  action: FlowAction,
  alsoDo?: AlsoDo,
): Promise<Result<FlowControlled>> {
  return transact(scope, deps, async (tx) => {
    const flow = await lockFlow(tx, scope, input.flowId)
    if (flow === null) return failure('not_found')
    if (input.version !== undefined && !mayReplace(input.version, flow.version)) {
      return conflict({ version: flow.version, values: { status: flow.status } })
    }
    const event = eventOf(action, flow)
    const status = event && nextStatus(flow.status, event)
    if (!status) return failure('wrong_state', { message: refusals[action] })
    const now = deps.clock.now()
    await alsoDo?.(tx, flow, now)
    const finished = status === 'cancelled' && { finishedAt: now }
    const forgotten = action === 'retry' && { failure: null }
    await saveFlow(tx, flow.id, { status, ...finished, ...forgotten }, now)
    if (status === 'running') await wakeJob(tx, flow.id, now)
    else await restJob(tx, flow.id, now)
    await recordAudit(tx, scope, {
      action: `flow.${pastTense[action]}`,
      subjectType: 'flow',
      subjectId: flow.id,
      detail: { phase: flow.phase, from: flow.status, to: status },
    })
    return success({ flowId: flow.id, status, version: flow.version + 1 })
  })
}

const pastTense = {
  pause: 'paused',
  resume: 'resumed',
  retry: 'retried',
  cancel: 'cancelled',
} as const satisfies Record<FlowAction, string>

const refusals: Record<FlowAction, string> = {
  pause: 'Only a flow that is running or waits for approval can be paused.',
  resume: 'Only a paused flow can be resumed.',
  retry: 'This flow cannot be retried. If its file could not be read, import a corrected file.',
  cancel: 'This flow is over already.',
}
