import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { accessRequests } from '@/db/schema'
import type { Clock } from '@/lib/base/clock'
import { conflict } from '@/lib/base/conflict'
import { type Result, success } from '@/lib/base/result'
import type { UserContext } from './schema'

interface Decision {
  requestId: string
  /** The version that the administrator saw. */
  version: number
  status: 'approved' | 'rejected'
  reason?: string
}

/** Writes a decision on a pending request; `conflict` when it is not as the administrator saw it. */
export async function decideRequest(
  tx: Transaction,
  admin: UserContext,
  clock: Clock,
  decision: Decision,
): Promise<Result<{ userId: string }>> {
  const [decided] = await tx
    .update(accessRequests)
    .set({
      status: decision.status,
      reason: decision.reason ?? null,
      decidedBy: admin.userId,
      decidedAt: clock.now(),
      version: sql`${accessRequests.version} + 1`,
    })
    .where(
      and(
        eq(accessRequests.id, decision.requestId),
        eq(accessRequests.version, decision.version),
        eq(accessRequests.status, 'pending'),
      ),
    )
    .returning({ userId: accessRequests.userId })
  if (decided) return success(decided)
  const [newer] = await tx
    .select({ version: accessRequests.version, status: accessRequests.status })
    .from(accessRequests)
    .where(eq(accessRequests.id, decision.requestId))
  return conflict(newer ? { version: newer.version, values: { status: newer.status } } : null)
}
