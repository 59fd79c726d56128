import { and, desc, eq, gte, ilike, inArray, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, ReadQueries } from '@/db/client'
import { auditLog, clientAccounts, engagements, users } from '@/db/schema'
import type { AuditLine, AuditPage, AuditSearch } from './schema'

const linesPerPage = 50

const subject = alias(users, 'subject')

/** A page of the log, the newest line first, with the names as they are now. */
export async function searchAuditLog(db: Database, search: AuditSearch): Promise<AuditPage> {
  const rows = await db.read(null, (q) =>
    q
      .select({
        id: auditLog.id,
        at: auditLog.at,
        action: auditLog.action,
        actorId: auditLog.actorId,
        actorName: users.name,
        actorEmail: users.email,
        clientName: clientAccounts.name,
        engagementName: engagements.name,
        subjectType: auditLog.subjectType,
        subjectId: auditLog.subjectId,
        subjectName: subject.name,
        detail: auditLog.detail,
      })
      .from(auditLog)
      .leftJoin(users, eq(users.id, auditLog.actorId))
      .leftJoin(clientAccounts, eq(clientAccounts.id, auditLog.clientAccountId))
      .leftJoin(engagements, eq(engagements.id, auditLog.engagementId))
      .leftJoin(
        subject,
        and(eq(auditLog.subjectType, 'user'), eq(sql`${subject.id}::text`, auditLog.subjectId)),
      )
      .where(conditionsOf(q, search))
      .orderBy(desc(auditLog.id))
      .limit(linesPerPage + 1),
  )
  const lines = rows.slice(0, linesPerPage).map(
    ({ actorId, actorName, actorEmail, at, ...row }): AuditLine => ({
      ...row,
      at: at.toISOString(),
      actor: actorId ? { id: actorId, name: actorName ?? '', email: actorEmail ?? '' } : null,
    }),
  )
  return { lines, next: rows.length > linesPerPage ? (lines.at(-1)?.id ?? null) : null }
}

function conditionsOf(q: ReadQueries, { person, action, client, from, after }: AuditSearch) {
  return and(
    person ? concerns(q, person) : undefined,
    action ? eq(auditLog.action, action) : undefined,
    client ? eq(clientAccounts.slug, client) : undefined,
    from ? gte(auditLog.at, new Date(from)) : undefined,
    after ? lt(auditLog.id, after) : undefined,
  )
}

/** What somebody with that in their name or address did, or had done to them. */
function concerns(q: ReadQueries, part: string) {
  const pattern = `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`
  const isMeant = or(ilike(users.name, pattern), ilike(users.email, pattern))
  const ids = q.select({ id: users.id }).from(users).where(isMeant)
  const texts = q
    .select({ id: sql`${users.id}::text` })
    .from(users)
    .where(isMeant)
  return or(
    inArray(auditLog.actorId, ids),
    and(eq(auditLog.subjectType, 'user'), inArray(auditLog.subjectId, texts)),
  )
}
