import { success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { takeTurn } from '@/lib/domain/protection/take-turn'
import { transactPlatform } from '@/lib/write/transact'
import type { SiteDeps } from './site-deps'

/**
 * Writes down a try to sign in that failed, with or without a person behind it, and of each only so
 * many that nobody fills the log. What was typed stays out: it may be a password.
 * @param userId null where there is no such person
 */
export async function recordFailedSignIn(
  deps: SiteDeps,
  userId: string | null,
  action: 'user.sign_in_failed' | 'user.locked_out',
): Promise<void> {
  const counted = await takeTurn(deps, 'recordedDenials', `sign-in ${userId ?? 'nobody'}`)
  if (!counted.ok) return
  await transactPlatform(deps, async (tx) => {
    const entry = { action, subjectType: 'user', subjectId: userId ?? 'unknown' }
    await recordAudit(tx, { userId: null }, { ...entry, detail: { address: deps.address } })
    return success(null)
  })
}
