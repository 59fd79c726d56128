import 'server-only'
import { driveFlows } from '@/lib/domain/discovery/commands/drive-flows'
import type { DriveReport } from '@/lib/jobs/drive'
import { container } from './container'
import { reportUnexpected } from './report-unexpected'

/** A function may go on so long after its answer; what is left then is the cron's. */
const afterAnswerMs = 45_000

/** Runs the steps of due flows for so many milliseconds; of one flow, if it is named. */
export function driveFor(budgetMs: number, flowId?: string): Promise<DriveReport> {
  const { tenant: db, clock } = container()
  const report = (error: unknown) => {
    reportUnexpected('flow step', error)
  }
  return driveFlows({ db, clock, report }, { budgetMs, flowId })
}

/** Goes on with what a request made possible, after its answer was sent. */
export async function driveSoon(): Promise<void> {
  await driveFor(afterAnswerMs)
}
