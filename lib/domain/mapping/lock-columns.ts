import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { fieldMappings, users } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'

/** A column whose row this transaction holds, with the name of who decided about it last. */
export type LockedColumn = typeof fieldMappings.$inferSelect & { decider: string | null }

/**
 * Locks the columns of a flow, in the order of the file.
 * @param ids only these; those of other flows are not found
 */
export async function lockColumns(
  tx: Transaction,
  key: EngagementKey,
  flowId: string,
  ids?: readonly string[],
): Promise<LockedColumn[]> {
  const rows = await tx
    .select({ column: fieldMappings, decider: users.name })
    .from(fieldMappings)
    .leftJoin(users, eq(users.id, fieldMappings.decidedBy))
    .where(
      and(
        eq(fieldMappings.flowId, flowId),
        eq(fieldMappings.engagementId, key.engagementId),
        ids && inArray(fieldMappings.id, [...ids]),
      ),
    )
    .orderBy(asc(fieldMappings.position))
    .for('update', { of: fieldMappings })
  return rows.map(({ column, decider }) => ({ ...column, decider }))
}
