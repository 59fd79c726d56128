import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { savedViews, users } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import type { SavedView, ViewsOf } from './schema'

/** A person's own views of a list and those that are shared, by name. */
export async function listViews(
  { clientId, engagementId }: EngagementKey,
  db: Database,
  { screen, userId }: ViewsOf,
): Promise<SavedView[]> {
  return db.read(clientId, (q) =>
    q
      .select({
        id: savedViews.id,
        name: savedViews.name,
        query: savedViews.query,
        shared: savedViews.shared,
        ownerId: savedViews.ownerId,
        ownerName: users.name,
        version: savedViews.version,
      })
      .from(savedViews)
      .innerJoin(users, eq(users.id, savedViews.ownerId))
      .where(
        and(
          eq(savedViews.engagementId, engagementId),
          eq(savedViews.screen, screen),
          isNull(savedViews.removedAt),
          or(savedViews.shared, eq(savedViews.ownerId, userId)),
        ),
      )
      .orderBy(sql`lower(${savedViews.name})`, savedViews.id),
  )
}
