import type {
  ExecutablePhase,
  FlowAction,
  FlowFailure,
  FlowStatus,
  PhaseName,
  PhaseStatus,
} from './schema'
import { flowActions, phaseNames, unavailablePhases } from './schema'

/** All that can happen to a flow. */
export const flowEvents = [
  'upload_completed',
  'phase_waits',
  'decisions_made',
  'last_phase_completed',
  'step_failed',
  'paused',
  'resumed_to_run',
  'resumed_to_wait',
  'retried',
  'cancelled',
] as const
export type FlowEvent = (typeof flowEvents)[number]

const unfinished = ['waiting_for_upload', 'running', 'waiting_for_approval', 'paused', 'failed']

const transitions: Record<FlowEvent, { from: readonly string[]; to: FlowStatus }> = {
  upload_completed: { from: ['waiting_for_upload'], to: 'running' },
  phase_waits: { from: ['running'], to: 'waiting_for_approval' },
  decisions_made: { from: ['waiting_for_approval'], to: 'running' },
  last_phase_completed: { from: ['running'], to: 'completed' },
  step_failed: { from: ['running'], to: 'failed' },
  paused: { from: ['running', 'waiting_for_approval'], to: 'paused' },
  resumed_to_run: { from: ['paused'], to: 'running' },
  resumed_to_wait: { from: ['paused'], to: 'waiting_for_approval' },
  retried: { from: ['failed'], to: 'running' },
  cancelled: { from: unfinished, to: 'cancelled' },
}

/** The status after an event; null when the event is not possible in the present one. */
export function nextStatus(status: FlowStatus, event: FlowEvent): FlowStatus | null {
  const transition = transitions[event]
  return transition.from.includes(status) ? transition.to : null
}

export interface FlowState {
  status: FlowStatus
  phase: PhaseName
  phaseStatus: PhaseStatus
  failure: FlowFailure | null
}

/** The event that a person's order means in the present state; null when it is not possible. */
export function eventOf(action: FlowAction, flow: FlowState): FlowEvent | null {
  const event = meaningOf(action, flow)
  return event !== null && nextStatus(flow.status, event) !== null ? event : null
}

function meaningOf(action: FlowAction, flow: FlowState): FlowEvent | null {
  switch (action) {
    case 'pause':
      return 'paused'
    case 'resume':
      return flow.phaseStatus === 'waiting' ? 'resumed_to_wait' : 'resumed_to_run'
    case 'retry':
      return canRetry(flow) ? 'retried' : null
    case 'cancel':
      return 'cancelled'
  }
}

/** Failures that come from outside the file, so that the same step may well succeed later. */
const passing: readonly string[] = ['internal', 'unavailable', 'forbidden']

/** A file that could not be read stays unreadable: its flow is not retried but started anew. */
function canRetry(flow: FlowState): boolean {
  return flow.phase !== 'data_import' || passing.includes(flow.failure?.code ?? '')
}

/** What a person may order in the present state. */
export function possibleActions(flow: FlowState): FlowAction[] {
  return flowActions.filter((action) => eventOf(action, flow) !== null)
}

const unavailable: readonly PhaseName[] = unavailablePhases

/** Whether a phase is built. */
export function isExecutable(phase: PhaseName): phase is ExecutablePhase {
  return !unavailable.includes(phase)
}

/** The phase that follows; null after the last one that is built. */
export function phaseAfter(phase: PhaseName): PhaseName | null {
  const following = phaseNames.slice(phaseNames.indexOf(phase) + 1)
  return following.find(isExecutable) ?? null
}
