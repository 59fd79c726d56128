import { setTimeout as sleep } from 'node:timers/promises'
import type { Run } from './run'

/** Milliseconds; the writers need longer to come to a limit. */
const period = 2_000

/** Gives all turns back until the run is over: no person may begin as many imports as are begun here. */
export async function keepLimitsOpen(run: Run): Promise<void> {
  while (!run.over) {
    await run.world.sql.query('delete from rate_limits')
    await sleep(period)
  }
}
