import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { clientAccounts, engagements, memberships, userDefaults, users } from '@/db/schema'
import type { Person } from './schema'

/** A person with every membership and the place last chosen, in one trip; null when not there. */
export async function findPerson(db: Database, userId: string): Promise<Person | null> {
  const [[user], places, [defaults]] = await db.readAll(null, (q) => [
    q
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        status: users.status,
        isAdmin: users.isAdmin,
        version: users.version,
        createdAt: users.createdAt,
      })
      .from(users)
      .where(eq(users.id, userId)),
    q
      .select({
        engagementId: engagements.id,
        clientName: clientAccounts.name,
        engagementName: engagements.name,
        role: memberships.role,
        version: memberships.version,
        archived: sql<boolean>`coalesce(${engagements.archivedAt}, ${clientAccounts.archivedAt}) is not null`,
      })
      .from(memberships)
      .innerJoin(engagements, eq(engagements.id, memberships.engagementId))
      .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
      .where(eq(memberships.userId, userId))
      .orderBy(asc(clientAccounts.name), asc(engagements.name)),
    q
      .select({ engagementId: userDefaults.engagementId, version: userDefaults.version })
      .from(userDefaults)
      .where(eq(userDefaults.userId, userId)),
  ])
  if (!user) return null
  return {
    ...user,
    createdAt: user.createdAt.toISOString(),
    memberships: places,
    defaults: defaults ?? null,
  }
}
