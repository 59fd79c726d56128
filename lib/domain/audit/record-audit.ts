import type { Transaction } from '@/db/client'
import { auditLog } from '@/db/schema'
import type { AuditAction } from './schema'

/** Who acts, and where. A Scope fits; what belongs to no client account has only a person. */
export interface AuditActor {
  /** Null for a person who is not known yet, such as one who asks for a new password. */
  userId: string | null
  clientId?: string
  engagementId?: string
}

export interface AuditEntry {
  /** A noun and what became of it, such as `mapping.approved`. */
  action: AuditAction
  /** The noun of the thing, such as `field_mapping`. */
  subjectType: string
  subjectId: string
  /** Facts that explain the entry. Never a secret, a password or the cells of a file. */
  detail?: Record<string, unknown>
}

/** Writes down who did what, in the transaction that does it: neither is there without the other. */
export async function recordAudit(
  tx: Transaction,
  actor: AuditActor,
  entry: AuditEntry,
): Promise<void> {
  await tx.insert(auditLog).values({
    clientAccountId: actor.clientId ?? null,
    engagementId: actor.engagementId ?? null,
    actorId: actor.userId,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    detail: entry.detail ?? null,
  })
}
