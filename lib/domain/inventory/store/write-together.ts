import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'

/** A statement that writes; null where there is nothing to write. */
export type Write = SQL | null

/**
 * Asks the database once for several writes, since every question is a wait. All of them see what was
 * there before, none sees another's rows, and foreign keys are looked at when all is written.
 */
export async function writeTogether(tx: Transaction, writes: readonly Write[]): Promise<void> {
  const parts = writes
    .flatMap((write) => write ?? [])
    .map((write, index) => sql`${sql.raw(`write_${index}`)} as (${write})`)
  if (parts.length > 0) await tx.execute(sql`with ${sql.join(parts, sql`, `)} select`)
}
