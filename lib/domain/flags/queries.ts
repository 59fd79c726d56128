import { and, desc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { auditLog, users } from '@/db/schema'
import type { FlagChange } from './schema'

const columns = {
  id: auditLog.id,
  at: auditLog.at,
  by: users.name,
  detail: auditLog.detail,
}

const isChange = eq(auditLog.action, 'flags.changed')

/** The latest changes of the flags, the newest first. */
export async function listFlagChanges(platform: Database, limit: number): Promise<FlagChange[]> {
  const rows = await platform.read(null, (q) =>
    q
      .select(columns)
      .from(auditLog)
      .leftJoin(users, eq(users.id, auditLog.actorId))
      .where(isChange)
      .orderBy(desc(auditLog.id))
      .limit(limit),
  )
  return rows.map(toChange)
}

/** A change by the id of its entry in the audit log; null when there is none. */
export async function findFlagChange(tx: Transaction, id: string): Promise<FlagChange | null> {
  const [row] = await tx
    .select(columns)
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(and(isChange, eq(auditLog.id, id)))
  return row ? toChange(row) : null
}

interface ChangeRow {
  id: string
  at: Date
  by: string | null
  detail: Record<string, unknown> | null
}

function toChange({ id, at, by, detail }: ChangeRow): FlagChange {
  const { reason, before, after } = detail ?? {}
  const words = typeof reason === 'string' ? reason : ''
  return {
    id,
    at: at.toISOString(),
    by,
    reason: words,
    before: before ?? null,
    after: after ?? null,
  }
}
