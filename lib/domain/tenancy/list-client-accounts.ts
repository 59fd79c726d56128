import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { clientAccounts, engagements, memberships } from '@/db/schema'
import type { ClientAccountDetail, ClientAccountEntry } from './schema'

const accountColumns = {
  id: clientAccounts.id,
  slug: clientAccounts.slug,
  name: clientAccounts.name,
  version: clientAccounts.version,
  archived: sql<boolean>`${clientAccounts.archivedAt} is not null`,
}

/** Every client account by name, those that are archived last. */
export function listClientAccounts(db: Database): Promise<ClientAccountEntry[]> {
  return db.read(null, (q) =>
    q
      .select({ ...accountColumns, engagements: count(engagements.id) })
      .from(clientAccounts)
      .leftJoin(
        engagements,
        and(eq(engagements.clientAccountId, clientAccounts.id), isNull(engagements.archivedAt)),
      )
      .groupBy(clientAccounts.id)
      .orderBy(accountColumns.archived, asc(clientAccounts.name), asc(clientAccounts.id)),
  )
}

/** The client account at an address with all its engagements, in one trip; null when not there. */
export async function findClientAccount(
  db: Database,
  slug: string,
): Promise<ClientAccountDetail | null> {
  const archived = sql<boolean>`${engagements.archivedAt} is not null`
  const [[account], own] = await db.readAll(null, (q) => [
    q.select(accountColumns).from(clientAccounts).where(eq(clientAccounts.slug, slug)),
    q
      .select({
        id: engagements.id,
        slug: engagements.slug,
        name: engagements.name,
        version: engagements.version,
        archived,
        members: count(memberships.id),
      })
      .from(engagements)
      .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
      .leftJoin(memberships, eq(memberships.engagementId, engagements.id))
      .where(eq(clientAccounts.slug, slug))
      .groupBy(engagements.id)
      .orderBy(archived, asc(engagements.name), asc(engagements.id)),
  ])
  return account ? { ...account, engagements: own } : null
}
