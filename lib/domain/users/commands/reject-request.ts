import { type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import { decideRequest } from '../decide-request'
import type { RejectRequestInput, UserContext } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * Turns a request down with a reason that the person is shown; they stay pending.
 * @returns `conflict` when somebody else decided meanwhile, `cache_unreachable` when the caches could
 * not be told
 */
export function rejectRequest(
  admin: UserContext,
  deps: SiteDeps,
  input: RejectRequestInput,
): Promise<Result<{ userId: string }>> {
  return transactPlatform(
    deps,
    async (tx) => {
      const decided = await decideRequest(tx, admin, deps.clock, { ...input, status: 'rejected' })
      if (!decided.ok) return decided
      const { userId } = decided.data
      await recordAudit(
        tx,
        { userId: admin.userId },
        {
          action: 'access_request.rejected',
          subjectType: 'user',
          subjectId: userId,
          detail: { reason: input.reason },
        },
      )
      return success({ userId })
    },
    'strict',
  )
}
