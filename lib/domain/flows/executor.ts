import type { Transaction } from '@/db/client'
import type { Scope } from '@/lib/base/scope'
import type { FlowFailure, PhaseName } from './schema'

/**
 * Where a phase stands. `scope` acts as the person who started the flow; `cursor` is null at the
 * phase's first step and afterwards what the step before gave; `now` is the driver's clock.
 * `isTimeUp` tells whether the step has taken as long as one should: it then begins nothing more.
 */
export interface StepContext {
  scope: Scope
  flowId: string
  dataImportId: string
  cursor: Record<string, unknown> | null
  now: Date
  isTimeUp: () => boolean
}

/** `progress` counts the phase's own units: parts while parsing, rows afterwards. */
export type StepOutcome =
  | {
      status: 'continue'
      cursor: Record<string, unknown>
      progress: { done: number; total: number }
    }
  | { status: 'completed'; result: { status: 'completed'; [fact: string]: unknown } }
  | { status: 'waiting'; result: { status: 'waiting'; [fact: string]: unknown } }
  | { status: 'failed'; failure: FlowFailure }

/**
 * One phase of a flow, in steps of a few seconds. The driver commits what a step wrote together
 * with its outcome, so a step is never seen half and never done twice. An expected failure is the
 * outcome `failed`, and what the step wrote before it stays; what is thrown rolls the step back and
 * is tried again.
 */
export interface PhaseExecutor {
  phase: PhaseName
  step(tx: Transaction, context: StepContext): Promise<StepOutcome>
}
