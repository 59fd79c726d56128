import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { clientAccounts, engagements, memberships, userDefaults, users } from '@/db/schema'
import type { Clock } from '@/lib/base/clock'
import { conflict, type NewerState } from '@/lib/base/conflict'
import { failure, type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { CommandDeps } from '@/lib/write/transact'
import type { SetUserDefaultInput } from '../schema'

/**
 * Sets the engagement, and with it the client account, that a person is taken to after signing in.
 * They may choose another themselves at any time.
 * @returns `not_found` for an engagement that the person may not enter, `conflict` when the default
 *   was changed since
 */
export function setUserDefault(
  admin: Administrator,
  deps: CommandDeps,
  input: SetUserDefaultInput,
): Promise<Result<Record<string, never>>> {
  const { userId, engagementId } = input
  return transactAsAdministrator(admin, deps, async (tx) => {
    const place = await placeOf(tx, userId, engagementId)
    if (!place) return failure('not_found')
    const written = await write(tx, deps.clock, { ...place, userId }, input.version)
    if (!written) return conflict(await presentDefault(tx, userId))
    await recordAudit(
      tx,
      { userId: admin.userId, clientId: place.clientAccountId, engagementId },
      {
        action: 'user_default.set',
        subjectType: 'user',
        subjectId: userId,
        detail: { engagementId },
      },
    )
    return success({})
  })
}

interface Place {
  clientAccountId: string
  engagementId: string
}

/** The engagement as the default's columns, if the person may enter it. */
async function placeOf(
  tx: Transaction,
  userId: string,
  engagementId: string,
): Promise<Place | undefined> {
  const ofPerson = and(eq(memberships.engagementId, engagements.id), eq(memberships.userId, userId))
  const [place] = await tx
    .select({ engagementId: engagements.id, clientAccountId: clientAccounts.id })
    .from(engagements)
    .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
    .innerJoin(users, eq(users.id, userId))
    .leftJoin(memberships, ofPerson)
    .where(
      and(
        eq(engagements.id, engagementId),
        isNull(engagements.archivedAt),
        isNull(clientAccounts.archivedAt),
        or(eq(users.isAdmin, true), eq(memberships.userId, userId)),
      ),
    )
  return place
}

async function presentDefault(tx: Transaction, userId: string): Promise<NewerState | null> {
  const [newer] = await tx
    .select({ version: userDefaults.version, engagementId: userDefaults.engagementId })
    .from(userDefaults)
    .where(eq(userDefaults.userId, userId))
  return newer ? { version: newer.version, values: { engagementId: newer.engagementId } } : null
}

/** @param version the one that the administrator saw; 0 when the person had no default */
async function write(
  tx: Transaction,
  clock: Clock,
  { userId, ...place }: Place & { userId: string },
  version: number,
): Promise<boolean> {
  const written =
    version === 0
      ? await tx
          .insert(userDefaults)
          .values({ userId, ...place })
          .onConflictDoNothing()
          .returning({ userId: userDefaults.userId })
      : await tx
          .update(userDefaults)
          .set({
            ...place,
            version: sql`${userDefaults.version} + 1`,
            updatedAt: clock.now(),
          })
          .where(and(eq(userDefaults.userId, userId), eq(userDefaults.version, version)))
          .returning({ userId: userDefaults.userId })
  return written.length > 0
}
