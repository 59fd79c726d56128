import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { jobs } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'

/** Makes the job of a new flow. It sleeps until the flow has something to do. */
export async function createJob(
  tx: Transaction,
  key: EngagementKey,
  job: { flowId: string; actingUserId: string; now: Date },
): Promise<void> {
  await tx.insert(jobs).values({
    clientAccountId: key.clientId,
    engagementId: key.engagementId,
    flowId: job.flowId,
    actingUserId: job.actingUserId,
    runAt: job.now,
  })
}

/**
 * Locks a flow's job. Whoever changes a flow calls this before locking the flow itself: steps take
 * the two in the same order, so that nobody waits for the other for ever.
 */
export async function lockJob(tx: Transaction, flowId: string): Promise<void> {
  await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.flowId, flowId)).for('update')
}

/** There is work: the next driver takes it. */
export async function wakeJob(tx: Transaction, flowId: string, now: Date): Promise<void> {
  await tx
    .update(jobs)
    .set({ status: 'ready', runAt: now, attempts: 0, ...unheld, updatedAt: now })
    .where(eq(jobs.flowId, flowId))
}

/** There is none; a driver that still holds the job loses it. */
export async function restJob(tx: Transaction, flowId: string, now: Date): Promise<void> {
  await tx
    .update(jobs)
    .set({ status: 'idle', attempts: 0, ...unheld, updatedAt: now })
    .where(eq(jobs.flowId, flowId))
}

const unheld = { leaseToken: null, leaseUntil: null }
