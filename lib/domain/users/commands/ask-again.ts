import { accessRequests } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import type { UserContext } from '../schema'
import type { SiteDeps } from '../site-deps'

/** A new request of a pending person whose last one was turned down; `wrong_state` otherwise. */
export async function askAgain(
  user: UserContext,
  deps: SiteDeps,
  input: { message: string },
): Promise<Result<Record<string, never>>> {
  if (user.status !== 'pending') return failure('wrong_state')
  const { userId } = user
  return transactPlatform(deps, async (tx) => {
    const created = await tx
      .insert(accessRequests)
      .values({ userId, message: input.message })
      .onConflictDoNothing()
      .returning({ id: accessRequests.id })
    if (created.length === 0) return failure('wrong_state')
    await recordAudit(
      tx,
      { userId },
      {
        action: 'access_request.created',
        subjectType: 'user',
        subjectId: userId,
      },
    )
    return success({})
  })
}
