import * as z from 'zod'
import { seenVersionSchema } from '@/lib/base/seen-version'

/** In the order in which a flow goes through them. */
export const phaseNames = [
  'data_import',
  'attribute_mapping',
  'data_cleansing',
  'asset_inventory',
  'dependency_analysis',
  'assessment',
] as const
export type PhaseName = (typeof phaseNames)[number]

/** Known to a flow, and not built yet: shown as such, never run. */
export const unavailablePhases = ['dependency_analysis', 'assessment'] as const
export type ExecutablePhase = Exclude<PhaseName, (typeof unavailablePhases)[number]>

export const flowStatuses = [
  'waiting_for_upload',
  'running',
  'waiting_for_approval',
  'paused',
  'failed',
  'cancelled',
  'completed',
] as const
export type FlowStatus = (typeof flowStatuses)[number]

export const phaseStatuses = [
  'pending',
  'running',
  'waiting',
  'completed',
  'failed',
  'cancelled',
  'not_available',
] as const
export type PhaseStatus = (typeof phaseStatuses)[number]

/** Why a flow stopped, and what a person can do about it. */
export interface FlowFailure {
  code: string
  reason: string
  remedy: string
}

/** What a person may tell a flow to do. */
export const flowActions = ['pause', 'resume', 'retry', 'cancel'] as const
export type FlowAction = (typeof flowActions)[number]

/** `version` is what the person saw; without it the flow's present state alone decides. */
export const controlFlowSchema = z.object({
  flowId: z.uuid(),
  version: seenVersionSchema.optional(),
})
export type ControlFlow = z.infer<typeof controlFlowSchema>

export const flowPathSchema = controlFlowSchema.pick({ flowId: true })
export const flowVersionSchema = controlFlowSchema.pick({ version: true }).optional()

export interface PhaseView {
  phase: PhaseName
  status: PhaseStatus
  /** The executor's facts, such as the rows it read; always with a `status`. */
  result: { status: string; [fact: string]: unknown } | null
  startedAt: string | null
  finishedAt: string | null
}

/** A flow as its page shows it. Moments are ISO 8601 in UTC. */
export interface FlowView {
  flowId: string
  importId: string
  fileName: string
  phase: PhaseName
  status: FlowStatus
  /** Units of the present phase: parts while parsing, rows afterwards. */
  progress: { done: number; total: number }
  failure?: FlowFailure
  phases: PhaseView[]
  /** What is possible in the present state, whatever the role. */
  actions: FlowAction[]
  startedBy: string
  createdAt: string
  finishedAt: string | null
  version: number
}

/** The signs of life of a running flow. They change all the while and announce nothing. */
export interface FlowPulse {
  /** When a step last began; a running flow with an old one is waiting for a driver. */
  heartbeatAt: string | null
  /** Whether a driver has to be found: the work is due and nobody holds it. */
  due: boolean
}

/** A flow with its signs of life, as its progress endpoint shows it. */
export type LiveFlowView = FlowView & FlowPulse

/** One change of a phase's status. `by` is a person's name, null for the machine. */
export interface FlowHistoryEntry {
  at: string
  phase: PhaseName
  from: PhaseStatus | null
  to: PhaseStatus
  by: string | null
  detail: Record<string, unknown> | null
}
