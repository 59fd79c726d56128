import { and, count, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { savedViews } from '@/db/schema'
import { errorMessage } from '@/lib/base/errors'
import { type Failure, failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { maySee, mostViews } from './rules'
import { mayChangeView, type ViewScreen } from './schema'

export type ViewRow = typeof savedViews.$inferSelect

/** Milliseconds for which a removal can be taken back. */
const keptRemoved = 24 * 3_600_000

/**
 * Makes this transaction the only one that changes views of the engagement until it ends: names are
 * looked for before they are given.
 */
export async function lockViews(tx: Transaction, { engagementId }: Scope): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`views ${engagementId}`}, 0))`,
  )
}

/**
 * A view that somebody wants to change.
 * @param removed whether a removed one is meant
 * @returns `not_found` for one that is not there or not theirs to see, `forbidden` for one that they
 *   may only look at
 */
export async function findOwnView(
  tx: Transaction,
  scope: Scope,
  id: string,
  removed = false,
): Promise<Result<ViewRow>> {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.id, id),
        eq(savedViews.engagementId, scope.engagementId),
        removed ? isNotNull(savedViews.removedAt) : isNull(savedViews.removedAt),
      ),
    )
  if (!view || !maySee(scope.userId, view)) return failure('not_found')
  return mayChangeView(scope, view) ? success(view) : failure('forbidden')
}

type Named = Pick<ViewRow, 'screen' | 'name' | 'shared' | 'ownerId'>

/** Refuses a name that another view has, in whatever case: among the shared ones, or a person's. */
export async function refuseTakenName(
  tx: Transaction,
  { engagementId }: Scope,
  { screen, name, shared, ownerId }: Named,
  exceptId?: string,
): Promise<Failure | null> {
  const [other] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.engagementId, engagementId),
        eq(savedViews.screen, screen),
        isNull(savedViews.removedAt),
        eq(savedViews.shared, shared),
        shared ? undefined : eq(savedViews.ownerId, ownerId),
        eq(sql`lower(${savedViews.name})`, sql`lower(${name})`),
        exceptId === undefined ? undefined : ne(savedViews.id, exceptId),
      ),
    )
    .limit(1)
  return other
    ? failure('already_exists', { fields: { name: errorMessage('already_exists') } })
    : null
}

/** Refuses one view more than a person may keep of a list. */
export async function refuseTooMany(
  tx: Transaction,
  { engagementId, userId }: Scope,
  screen: ViewScreen,
): Promise<Failure | null> {
  const [kept] = await tx
    .select({ count: count() })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.engagementId, engagementId),
        eq(savedViews.ownerId, userId),
        eq(savedViews.screen, screen),
        isNull(savedViews.removedAt),
      ),
    )
  if ((kept?.count ?? 0) < mostViews) return null
  const message = `You keep ${mostViews} views of this list already. Delete one that you no longer need.`
  return failure('wrong_state', { message })
}

/** Forgets for good what was removed so long ago that nobody takes it back. */
export async function forgetRemoved(
  tx: Transaction,
  { engagementId }: Scope,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - keptRemoved)
  await tx
    .delete(savedViews)
    .where(and(eq(savedViews.engagementId, engagementId), lt(savedViews.removedAt, before)))
}
