import { success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { claimJob } from './claim-job'
import type { ClaimedJob, Hopeless, JobRunner } from './job'
import { jobScope } from './job-scope'
import { beginAttempt, holdLease, LeaseLost, postpone, release, rest, stepDone } from './lease'
import { maxAttempts } from './retry-delay'

export interface DriveDeps extends CommandDeps {
  runner: JobRunner
  /** Hears of every step that threw. */
  report(error: unknown, facts: { flowId: string; attempt: number }): void
}

export interface DriveOptions {
  /** No step begins after so many milliseconds. */
  budgetMs: number
  /** Drives this flow only, if it is due. */
  flowId?: string
}

export interface DriveReport {
  /** Steps committed. */
  steps: number
  /** Steps that threw, or whose job another driver had taken. */
  broken: number
}

/**
 * A step that can end anywhere ends after so long: it shows how far the work is, lets others have
 * the rows it locked, and is what a crash repeats. Each one costs two transactions.
 */
const stepMs = 5_000

/**
 * Runs the steps of due jobs until nothing is due or the time is over. Any number of processes may
 * drive at once, and each may be cut off at any instruction.
 */
export async function drive(deps: DriveDeps, options: DriveOptions): Promise<DriveReport> {
  const endsAt = deps.clock.now().getTime() + options.budgetMs
  const inTime = () => deps.clock.now().getTime() < endsAt
  const report = { steps: 0, broken: 0 }
  while (inTime()) {
    const job = await claimJob(deps.db, deps.clock.now(), options.flowId)
    if (job === null) break
    await driveJob(deps, job, inTime, report)
  }
  return report
}

async function driveJob(
  deps: DriveDeps,
  job: ClaimedJob,
  inTime: () => boolean,
  report: DriveReport,
): Promise<void> {
  try {
    while (inTime()) {
      const next = await runStep(deps, job)
      report.steps += 1
      job.attempts = 0
      if (next === 'rest') return
    }
    await onJob(deps, job, (tx, now) => release(tx, job, now))
  } catch (error) {
    report.broken += 1
    if (error instanceof LeaseLost) return
    deps.report(error, { flowId: job.flowId, attempt: job.attempts })
    await putBack(deps, job)
  }
}

async function runStep(deps: DriveDeps, job: ClaimedJob): Promise<'more' | 'rest'> {
  const ready = await begin(deps, job)
  if (typeof ready === 'string') {
    await giveUp(deps, job, ready)
    return 'rest'
  }
  return onJob(deps, job, async (tx, now) => {
    const isTimeUp = () => deps.clock.now().getTime() - now.getTime() > stepMs
    const next = await deps.runner.step(tx, job, ready, { now, isTimeUp })
    if (next === 'rest') await rest(tx, job, now)
    else await stepDone(tx, job, now)
    return next
  })
}

/** The heartbeat of a step, committed before it; or why there will be no step. */
function begin(deps: DriveDeps, job: ClaimedJob): Promise<Scope | Hopeless> {
  return onJob(deps, job, async (tx, now) => {
    if (job.attempts >= maxAttempts) return 'attempts_used_up'
    const scope = await jobScope(tx, job)
    if (scope === null) return 'starter_has_no_access'
    await beginAttempt(tx, job, now)
    await deps.runner.beat(tx, job, now)
    return scope
  })
}

function giveUp(deps: DriveDeps, job: ClaimedJob, why: Hopeless): Promise<void> {
  return onJob(deps, job, async (tx, now) => {
    await deps.runner.giveUp(tx, job, why, now)
    await rest(tx, job, now)
  })
}

/** A step threw: it is tried again later, or for the last time it was. */
async function putBack(deps: DriveDeps, job: ClaimedJob): Promise<void> {
  try {
    if (job.attempts >= maxAttempts) await giveUp(deps, job, 'attempts_used_up')
    else await onJob(deps, job, (tx, now) => postpone(tx, job, now))
  } catch (error) {
    // The lease runs out by itself, so the job is not lost when even this cannot be written.
    if (!(error instanceof LeaseLost)) {
      deps.report(error, { flowId: job.flowId, attempt: job.attempts })
    }
  }
}

/** One transaction that holds the job's row: the row is always locked before its flow's. */
async function onJob<T>(
  deps: DriveDeps,
  job: ClaimedJob,
  work: (tx: Parameters<JobRunner['step']>[0], now: Date) => Promise<T>,
): Promise<T> {
  const result = await transact(job, deps, async (tx) => {
    await holdLease(tx, job)
    return success(await work(tx, deps.clock.now()))
  })
  if (!result.ok) throw new Error(`A job's transaction was refused: ${result.code}`)
  return result.data
}
