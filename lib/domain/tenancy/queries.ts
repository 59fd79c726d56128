import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { clientAccounts, engagements } from '@/db/schema'
import type { EngagementAddress, EngagementEntry } from './schema'

const entryColumns = {
  clientId: clientAccounts.id,
  clientSlug: clientAccounts.slug,
  clientName: clientAccounts.name,
  engagementId: engagements.id,
  engagementSlug: engagements.slug,
  engagementName: engagements.name,
}

const notArchived = and(isNull(engagements.archivedAt), isNull(clientAccounts.archivedAt))

/** Every engagement of every client account, for administrators; ordered by name. */
export function listEngagements(db: Database): Promise<EngagementEntry[]> {
  return db.read(null, (q) =>
    q
      .select(entryColumns)
      .from(engagements)
      .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
      .where(notArchived)
      .orderBy(asc(clientAccounts.name), asc(engagements.name)),
  )
}

/** The engagement at an address, or null. */
export async function findEngagement(
  db: Database,
  address: EngagementAddress,
): Promise<EngagementEntry | null> {
  const [entry] = await db.read(null, (q) =>
    q
      .select(entryColumns)
      .from(engagements)
      .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
      .where(
        and(
          eq(clientAccounts.slug, address.client),
          eq(engagements.slug, address.engagement),
          notArchived,
        ),
      ),
  )
  return entry ?? null
}
