import { and, asc, desc, eq, gt, ilike, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  accessRequests,
  clientAccounts,
  endedSessions,
  engagements,
  memberships,
  passwordResets,
  userDefaults,
  users,
} from '@/db/schema'
import type {
  AccessRequestState,
  PendingRequest,
  UserContext,
  UserPage,
  UserStatus,
} from './schema'

/** A person by id with memberships and defaults, in one trip; null when there is none. */
export async function findUserContext(userId: string, db: Database): Promise<UserContext | null> {
  const [[user], access, [defaults], ended] = await db.readAll(null, (q) => [
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
    q
      .select({ id: endedSessions.id })
      .from(endedSessions)
      .where(eq(endedSessions.userId, userId))
      .orderBy(asc(endedSessions.id)),
  ])
  if (!user) return null
  return {
    ...user,
    endedSessions: ended.map(({ id }) => id),
    memberships: access,
    defaults: defaults ?? null,
  }
}

interface Credentials {
  userId: string
  passwordHash: string | null
  status: UserStatus
  sessionVersion: number
}

/** What signing in needs to know of a person; it never leaves the commands. */
export async function findCredentials(email: string, db: Database): Promise<Credentials | null> {
  const [found] = await db.read(null, (q) =>
    q
      .select({
        userId: users.id,
        passwordHash: users.passwordHash,
        status: users.status,
        sessionVersion: users.sessionVersion,
      })
      .from(users)
      .where(eq(users.email, email)),
  )
  return found ?? null
}

/** How a person's latest request stands; null when there never was one. */
export async function findLatestRequest(
  userId: string,
  db: Database,
): Promise<AccessRequestState | null> {
  const [latest] = await db.read(null, (q) =>
    q
      .select({
        status: accessRequests.status,
        message: accessRequests.message,
        reason: accessRequests.reason,
        createdAt: accessRequests.createdAt,
        decidedAt: accessRequests.decidedAt,
      })
      .from(accessRequests)
      .where(eq(accessRequests.userId, userId))
      .orderBy(desc(accessRequests.id))
      .limit(1),
  )
  return latest
    ? {
        ...latest,
        createdAt: latest.createdAt.toISOString(),
        decidedAt: latest.decidedAt?.toISOString() ?? null,
      }
    : null
}

/** Requests that wait, the oldest first; at most 200. */
export async function listPendingRequests(db: Database): Promise<PendingRequest[]> {
  const rows = await db.read(null, (q) =>
    q
      .select({
        id: accessRequests.id,
        version: accessRequests.version,
        name: users.name,
        email: users.email,
        message: accessRequests.message,
        createdAt: accessRequests.createdAt,
      })
      .from(accessRequests)
      .innerJoin(users, eq(users.id, accessRequests.userId))
      .where(eq(accessRequests.status, 'pending'))
      .orderBy(asc(accessRequests.id))
      .limit(200),
  )
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

const usersPerPage = 50

/**
 * A page of people by name, with what they belong to.
 * @param filter `search` is a part of a name or an address, empty for everybody; without a `status`
 *   people are shown whatever theirs; `after` is the id of the last person of the page before
 */
export async function listUsers(
  db: Database,
  filter: { search: string; status: UserStatus | null; after: string | null },
): Promise<UserPage> {
  const pattern = `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`
  const matches = filter.search
    ? or(ilike(users.name, pattern), ilike(users.email, pattern))
    : undefined
  const hasStatus = filter.status ? eq(users.status, filter.status) : undefined
  const after = filter.after
    ? sql`(${users.name}, ${users.id}) > (select name, id from users where id = ${filter.after})`
    : undefined
  const [people, places] = await db.readAll(null, (q) => {
    const page = q
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        status: users.status,
        isAdmin: users.isAdmin,
        createdAt: users.createdAt,
      })
      .from(users)
      .where(and(matches, hasStatus, after))
      .orderBy(asc(users.name), asc(users.id))
      .limit(usersPerPage + 1)
    const shown = page.as('shown')
    return [
      page,
      q
        .select({
          userId: memberships.userId,
          clientName: clientAccounts.name,
          engagementName: engagements.name,
          role: memberships.role,
        })
        .from(memberships)
        .innerJoin(shown, eq(shown.id, memberships.userId))
        .innerJoin(engagements, eq(engagements.id, memberships.engagementId))
        .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
        .orderBy(asc(clientAccounts.name), asc(engagements.name)),
    ]
  })
  const entries = people.slice(0, usersPerPage).map((person) => ({
    ...person,
    createdAt: person.createdAt.toISOString(),
    memberships: places
      .filter((place) => place.userId === person.id)
      .map(({ clientName, engagementName, role }) => ({ clientName, engagementName, role })),
  }))
  const more = people.length > usersPerPage
  return { users: entries, next: more ? (entries.at(-1)?.id ?? null) : null }
}

/** Whether a one-time link with this digest could still be used. */
export async function findUsableReset(db: Database, digest: string): Promise<boolean> {
  const found = await db.read(null, (q) =>
    q
      .select({ id: passwordResets.id })
      .from(passwordResets)
      .where(
        and(
          eq(passwordResets.tokenDigest, digest),
          isNull(passwordResets.usedAt),
          gt(passwordResets.expiresAt, sql`now()`),
        ),
      ),
  )
  return found.length > 0
}
