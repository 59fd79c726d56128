import 'server-only'
import type { Scope } from '@/lib/base/scope'
import { driveFlows } from '@/lib/domain/discovery/commands/drive-flows'
import { expireRawRows } from '@/lib/domain/imports/commands/expire-raw-rows'
import { removeSpent } from '@/lib/domain/protection/commands/remove-spent'
import type { DriveReport } from '@/lib/jobs/drive'
import type { RelayReport } from '@/lib/write/relay-facts'
import type { CommandDeps } from '@/lib/write/transact'
import { commandDeps } from './command-deps'
import { container } from './container'
import { reportUnexpected } from './report-unexpected'

/** How long a request goes on with a flow after its answer; whoever asks next goes on from there. */
const requestBudgetMs = 45_000
/** How long the cron's call works; its function may run for a minute. */
const cronBudgetMs = 50_000

function driveDeps() {
  const report = (error: unknown, { flowId, attempt }: { flowId: string; attempt: number }) => {
    reportUnexpected(`flow ${flowId}, attempt ${attempt}`, error)
  }
  return { ...commandDeps(), report }
}

/**
 * Goes on with a flow, if it is due, once the answer of the present request was sent. Fits
 * `afterwards` of an action whose data names the flow.
 */
export async function driveSoon(outcome: {
  scope?: Scope
  deps?: CommandDeps
  data: { flowId: string }
}): Promise<void> {
  const { flowId } = outcome.data
  try {
    await driveFlows(driveDeps(), { budgetMs: requestBudgetMs, flowId })
  } catch (error) {
    reportUnexpected(`driving flow ${flowId}`, error)
  }
}

/** Goes on with whatever is due, of any client account. */
export function driveAll(): Promise<DriveReport> {
  return driveFlows(driveDeps(), { budgetMs: cronBudgetMs })
}

/** Tells the caches of every change that they were not told of; null when that was not possible. */
export async function relayChanges(): Promise<RelayReport | null> {
  try {
    return await container().relay()
  } catch (error) {
    reportUnexpected('the relay', error)
    return null
  }
}

/** Removes raw rows whose retention has ended; the number of imports concerned. */
export function expireRows(): Promise<number> {
  return expireRawRows({ ...commandDeps(), platform: container().platform })
}

/** Removes limits and ended sessions that hold nobody back any more. */
export function tidyProtection(): Promise<void> {
  return removeSpent({ ...commandDeps(), db: container().platform })
}
