import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/db/seed/estate/random'
import type { Run } from './run'

/** Milliseconds between two calls of the cron; it is a minute elsewhere. */
export const cronPeriod = 10_000
const patience = 20_000

/** Calls the cron's address at a site. Whether it worked shows in what the readers see. */
async function callCron({ world }: Run, site: number): Promise<void> {
  try {
    const response = await fetch(`${world.sites[site]?.url}/api/jobs/drive`, {
      headers: { Authorization: `Bearer ${world.cronSecret}` },
      signal: AbortSignal.timeout(patience),
    })
    await response.body?.cancel()
  } catch {
    // The site is dead or cut off just now; the next call goes to another.
  }
}

export async function keepCalling(run: Run, random: Random): Promise<void> {
  for (let passed = 0; !run.over; passed += 500) {
    await sleep(500)
    if (passed % cronPeriod === 0) await callCron(run, random.whole(0, run.world.sites.length - 1))
  }
}

/** Calls until every change has been told of. @returns those that still were not */
export async function settle(run: Run): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    await callCron(run, attempt % run.world.sites.length)
    const { rows } = await run.world.sql.query(
      'select count(*)::int as untold from cache_outbox where applied_at is null',
    )
    const untold: number = rows[0].untold
    if (untold === 0 || attempt === 30) return untold
    await sleep(1000)
  }
}
