import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { jobs } from '@/db/schema'
import type { ClaimedJob } from './job'
import { retryDelayMs } from './retry-delay'

/** How long a driver that says nothing keeps its job. */
export const leaseMs = 30_000

/** The job belongs to another driver, or to nobody any more: whatever was being done is void. */
export class LeaseLost extends Error {
  constructor() {
    super('The lease of the job is lost.')
  }
}

/** When a lease taken or renewed now runs out. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}

const held = (job: ClaimedJob) => and(eq(jobs.id, job.id), eq(jobs.leaseToken, job.leaseToken))

async function update(
  tx: Transaction,
  job: ClaimedJob,
  values: Partial<typeof jobs.$inferInsert>,
): Promise<void> {
  const changed = await tx.update(jobs).set(values).where(held(job)).returning({ id: jobs.id })
  if (changed.length === 0) throw new LeaseLost()
}

/**
 * Locks the job's row for this transaction.
 * @throws LeaseLost when another driver has taken it
 */
export async function holdLease(tx: Transaction, job: ClaimedJob): Promise<void> {
  const rows = await tx.select({ id: jobs.id }).from(jobs).where(held(job)).for('update')
  if (rows.length === 0) throw new LeaseLost()
}

/** Renews the lease and counts an attempt, so that a step that kills its process counts too. */
export async function beginAttempt(tx: Transaction, job: ClaimedJob, now: Date): Promise<void> {
  const attempts = job.attempts + 1
  await update(tx, job, { leaseUntil: leaseEnd(now), attempts, updatedAt: now })
  job.attempts = attempts
}

/** A step is done and another follows. */
export function stepDone(tx: Transaction, job: ClaimedJob, now: Date): Promise<void> {
  return update(tx, job, { attempts: 0, updatedAt: now })
}

/** Nothing is to be done until somebody wakes the job. */
export function rest(tx: Transaction, job: ClaimedJob, now: Date): Promise<void> {
  return update(tx, job, { ...free, status: 'idle', attempts: 0, updatedAt: now })
}

/** Gives a job with work left to whoever comes next. */
export function release(tx: Transaction, job: ClaimedJob, now: Date): Promise<void> {
  return update(tx, job, { ...free, updatedAt: now })
}

/** Gives a job back whose step failed; it is due again after a while. */
export function postpone(tx: Transaction, job: ClaimedJob, now: Date): Promise<void> {
  const runAt = new Date(now.getTime() + retryDelayMs(job.attempts))
  return update(tx, job, { ...free, runAt, updatedAt: now })
}

const free = { leaseToken: null, leaseUntil: null }
