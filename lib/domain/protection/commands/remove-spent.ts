import { lt } from 'drizzle-orm'
import { endedSessions, idempotencyKeys, rateLimits } from '@/db/schema'
import { success } from '@/lib/base/result'
import { type CommandDeps, transactPlatform } from '@/lib/write/transact'

/**
 * Removes what protects from nothing any more: limits of which all is free, ended sessions whose
 * cookies have run out, names of writes that nobody sends again.
 */
export async function removeSpent(deps: CommandDeps): Promise<void> {
  const now = deps.clock.now()
  await transactPlatform(deps, async (tx) => {
    await tx.delete(rateLimits).where(lt(rateLimits.freeAt, now))
    await tx.delete(endedSessions).where(lt(endedSessions.expiresAt, now))
    await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, now))
    return success(null)
  })
}
