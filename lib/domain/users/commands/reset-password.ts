import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { passwordResets, users } from '@/db/schema'
import { digestToken } from '@/lib/auth/one-time-token'
import { hashPassword } from '@/lib/auth/password'
import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { giveAllBack } from '@/lib/domain/protection/take-turn'
import { transactPlatform } from '@/lib/write/transact'
import type { ResetPasswordInput } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * Sets a new password by a one-time link. It ends every session of the person and every other
 * link of theirs, and opens the account again that failures have locked.
 * @returns `link_expired` when the link was used, is too old or never was
 */
export async function resetPassword(
  deps: SiteDeps,
  input: ResetPasswordInput,
): Promise<Result<Record<string, never>>> {
  const passwordHash = await hashPassword(input.password)
  const now = deps.clock.now()
  const reset = await transactPlatform(deps, async (tx) => {
    const [used] = await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(
        and(
          eq(passwordResets.tokenDigest, digestToken(input.token)),
          isNull(passwordResets.usedAt),
          gt(passwordResets.expiresAt, now),
        ),
      )
      .returning({ userId: passwordResets.userId })
    if (!used) return failure('link_expired')
    const { userId } = used
    await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)))
    const [person] = await tx
      .update(users)
      .set({
        passwordHash,
        sessionVersion: sql`${users.sessionVersion} + 1`,
        version: sql`${users.version} + 1`,
        updatedAt: now,
      })
      .where(eq(users.id, userId))
      .returning({ email: users.email })
    await recordAudit(
      tx,
      { userId },
      {
        action: 'password_reset.used',
        subjectType: 'user',
        subjectId: userId,
      },
    )
    return success(person)
  })
  if (!reset.ok) return reset
  if (reset.data) await giveAllBack(deps, 'signInOfAccount', reset.data.email)
  return { ...reset, data: {} }
}
