import { endedSessions } from '@/db/schema'
import type { CookieClaims } from '@/lib/auth/session-claims'
import { type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import type { SiteDeps } from '../site-deps'

/**
 * Ends one session of a person, as signing out does: a copy of its cookie is worth nothing any more.
 * Their sessions in other browsers go on.
 * @param expiresAt when the newest cookie of the session would have run out
 */
export function endSession(
  deps: SiteDeps,
  { userId, sessionId }: CookieClaims,
  expiresAt: Date,
): Promise<Result<null>> {
  return transactPlatform(deps, async (tx) => {
    const [ended] = await tx
      .insert(endedSessions)
      .values({ id: sessionId, userId, expiresAt })
      .onConflictDoNothing()
      .returning({ id: endedSessions.id })
    if (!ended) return success(null)
    const entry = { action: 'user.signed_out', subjectType: 'user', subjectId: userId } as const
    await recordAudit(tx, { userId }, { ...entry, detail: { address: deps.address } })
    return success(null)
  })
}
