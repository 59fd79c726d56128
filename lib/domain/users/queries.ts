import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { clientAccounts, engagements, memberships, userDefaults, users } from '@/db/schema'
import type { UserContext } from './schema'

/** A person by id with memberships and defaults, in one trip; null when there is none. */
export async function findUserContext(userId: string, db: Database): Promise<UserContext | null> {
  const [[user], access, [defaults]] = await db.readAll(null, (q) => [
    q
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        isAdmin: users.isAdmin,
        status: users.status,
        sessionVersion: users.sessionVersion,
      })
      .from(users)
      .where(eq(users.id, userId)),
    q
      .select({
        clientId: clientAccounts.id,
        clientSlug: clientAccounts.slug,
        clientName: clientAccounts.name,
        engagementId: engagements.id,
        engagementSlug: engagements.slug,
        engagementName: engagements.name,
        role: memberships.role,
      })
      .from(memberships)
      .innerJoin(engagements, eq(engagements.id, memberships.engagementId))
      .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
      .where(
        and(
          eq(memberships.userId, userId),
          isNull(engagements.archivedAt),
          isNull(clientAccounts.archivedAt),
        ),
      )
      .orderBy(asc(clientAccounts.name), asc(engagements.name)),
    q
      .select({ clientSlug: clientAccounts.slug, engagementSlug: engagements.slug })
      .from(userDefaults)
      .innerJoin(engagements, eq(engagements.id, userDefaults.engagementId))
      .innerJoin(clientAccounts, eq(clientAccounts.id, userDefaults.clientAccountId))
      .where(eq(userDefaults.userId, userId)),
  ])
  if (!user) return null
  return { ...user, memberships: access, defaults: defaults ?? null }
}
