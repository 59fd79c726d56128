import type { Transaction } from '@/db/client'
import type { Scope } from '@/lib/base/scope'

/** A job that this driver holds until its lease runs out. Ids only. */
export interface ClaimedJob {
  id: string
  clientId: string
  engagementId: string
  flowId: string
  actingUserId: string
  leaseToken: string
  /** Steps begun since the last one that was finished. */
  attempts: number
}

/** Why a job cannot go on. */
export type Hopeless = 'attempts_used_up' | 'starter_has_no_access'

/** When a step began, and whether it has taken as long as one should. */
export interface StepTime {
  now: Date
  isTimeUp: () => boolean
}

/**
 * What is driven. The driver knows leases, attempts and time; the runner knows flows. Each method
 * runs inside the driver's transaction, which already holds the job's row.
 */
export interface JobRunner {
  /** Tells people that a step is about to begin; committed before it does. */
  beat(tx: Transaction, job: ClaimedJob, now: Date): Promise<void>
  /** Runs one step and saves where it stands. `rest` when a person or nobody has to act next. */
  step(tx: Transaction, job: ClaimedJob, scope: Scope, time: StepTime): Promise<'more' | 'rest'>
  /** Ends the work with a reason. */
  giveUp(tx: Transaction, job: ClaimedJob, why: Hopeless, now: Date): Promise<void>
}
