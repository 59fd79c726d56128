import { and, count, eq, isNull, lt, max, min, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { cacheOutbox, clientAccounts, engagements, jobs, users } from '@/db/schema'
import type { ServiceUse, ServiceWork } from './schema'

/** @param platform the login that sees every client account */
export async function countUse(platform: Database): Promise<ServiceUse> {
  const [[people], [accounts], [charted]] = await platform.readAll(null, (q) => [
    q.select({ count: count() }).from(users).where(eq(users.status, 'active')),
    q.select({ count: count() }).from(clientAccounts).where(isNull(clientAccounts.archivedAt)),
    q
      .select({ count: count() })
      .from(engagements)
      .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
      .where(and(isNull(engagements.archivedAt), isNull(clientAccounts.archivedAt))),
  ])
  return {
    people: people?.count ?? 0,
    clientAccounts: accounts?.count ?? 0,
    engagements: charted?.count ?? 0,
  }
}

const isoText = (moment: Date | null | undefined) => moment?.toISOString() ?? null

/** @param tenant the login that drives the jobs */
export async function lookAtWork(tenant: Database): Promise<ServiceWork> {
  const isDue = and(
    eq(jobs.status, 'ready'),
    lt(jobs.runAt, sql`now()`),
    or(isNull(jobs.leaseUntil), lt(jobs.leaseUntil, sql`now()`)),
  )
  const [[due], [done], [untold]] = await tenant.readAll(null, (q) => [
    q
      .select({ count: count(), since: min(jobs.runAt) })
      .from(jobs)
      .where(isDue),
    q.select({ at: max(jobs.updatedAt) }).from(jobs),
    q
      .select({ count: count(), since: min(cacheOutbox.createdAt) })
      .from(cacheOutbox)
      .where(isNull(cacheOutbox.appliedAt)),
  ])
  return {
    dueSteps: due?.count ?? 0,
    dueSince: isoText(due?.since),
    lastStepAt: isoText(done?.at),
    untoldChanges: untold?.count ?? 0,
    untoldSince: isoText(untold?.since),
  }
}
