import { and, eq, like, ne, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { engagements } from '@/db/schema'
import type { Clock } from '@/lib/base/clock'
import { failure, type Result, success } from '@/lib/base/result'
import { placeConflict } from './place-conflict'
import type { ChangedPlace, SeenPlace } from './schema'

/** Whether another engagement of the client account has the name, in whatever case. */
export async function engagementNameIsTaken(
  tx: Transaction,
  clientId: string,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const [other] = await tx
    .select({ id: engagements.id })
    .from(engagements)
    .where(
      and(
        eq(engagements.clientAccountId, clientId),
        eq(sql`lower(${engagements.name})`, name.toLowerCase()),
        exceptId === undefined ? undefined : ne(engagements.id, exceptId),
      ),
    )
    .limit(1)
  return other !== undefined
}

/** The slugs of a client account's engagements that a slug or a numbered one could meet. */
export async function engagementSlugsLike(
  tx: Transaction,
  clientId: string,
  slug: string,
): Promise<Set<string>> {
  const rows = await tx
    .select({ slug: engagements.slug })
    .from(engagements)
    .where(
      and(
        eq(engagements.clientAccountId, clientId),
        or(eq(engagements.slug, slug), like(engagements.slug, `${slug}-%`)),
      ),
    )
  return new Set(rows.map((row) => row.slug))
}

interface ChangedEngagement extends ChangedPlace {
  clientId: string
}

/**
 * Changes an engagement as the administrator saw it.
 * @returns `not_found` for no such engagement, `conflict` with the newer state for one that was
 *   changed since
 */
export async function changeEngagement(
  tx: Transaction,
  clock: Clock,
  { id, version }: SeenPlace,
  set: { name?: string; archivedAt?: Date | null },
): Promise<Result<ChangedEngagement>> {
  const [changed] = await tx
    .update(engagements)
    .set({ ...set, version: sql`${engagements.version} + 1`, updatedAt: clock.now() })
    .where(and(eq(engagements.id, id), eq(engagements.version, version)))
    .returning({ version: engagements.version, clientId: engagements.clientAccountId })
  if (changed) return success(changed)
  const [newer] = await tx
    .select({
      version: engagements.version,
      name: engagements.name,
      archived: sql<boolean>`${engagements.archivedAt} is not null`,
    })
    .from(engagements)
    .where(eq(engagements.id, id))
  return newer ? placeConflict(newer) : failure('not_found')
}
