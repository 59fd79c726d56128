import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'

/**
 * Makes this transaction the only one that changes the engagement's inventory until it ends. Two
 * imports that met the same new machine at once would otherwise both make it. A command that locks
 * rows of the inventory itself takes this lock before them.
 */
export async function lockInventory(tx: Transaction, key: EngagementKey): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`inventory ${key.engagementId}`}, 0))`,
  )
}
