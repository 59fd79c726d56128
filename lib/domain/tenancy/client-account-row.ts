import { and, eq, like, ne, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { clientAccounts } from '@/db/schema'
import type { Clock } from '@/lib/base/clock'
import { failure, type Result, success } from '@/lib/base/result'
import { placeConflict } from './place-conflict'
import type { ChangedPlace, SeenPlace } from './schema'

/** Whether another client account has the name, in whatever case; those that are archived count. */
export async function clientNameIsTaken(
  tx: Transaction,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const same = eq(sql`lower(${clientAccounts.name})`, name.toLowerCase())
  const [other] = await tx
    .select({ id: clientAccounts.id })
    .from(clientAccounts)
    .where(exceptId === undefined ? same : and(same, ne(clientAccounts.id, exceptId)))
    .limit(1)
  return other !== undefined
}

/** The slugs in use that a slug or a numbered one could meet. */
export async function clientSlugsLike(tx: Transaction, slug: string): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: clientAccounts.slug })
    .from(clientAccounts)
    .where(or(eq(clientAccounts.slug, slug), like(clientAccounts.slug, `${slug}-%`)))
  return new Set(rows.map((row) => row.slug))
}

/**
 * Changes a client account as the administrator saw it.
 * @returns `not_found` for no such account, `conflict` with the newer state for one that was changed
 *   since
 */
export async function changeClientAccount(
  tx: Transaction,
  clock: Clock,
  { id, version }: SeenPlace,
  set: { name?: string; archivedAt?: Date | null },
): Promise<Result<ChangedPlace>> {
  const [changed] = await tx
    .update(clientAccounts)
    .set({ ...set, version: sql`${clientAccounts.version} + 1`, updatedAt: clock.now() })
    .where(and(eq(clientAccounts.id, id), eq(clientAccounts.version, version)))
    .returning({ version: clientAccounts.version })
  if (changed) return success(changed)
  const [newer] = await tx
    .select({
      version: clientAccounts.version,
      name: clientAccounts.name,
      archived: sql<boolean>`${clientAccounts.archivedAt} is not null`,
    })
    .from(clientAccounts)
    .where(eq(clientAccounts.id, id))
  return newer ? placeConflict(newer) : failure('not_found')
}
