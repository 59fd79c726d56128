import { lt } from 'drizzle-orm'
import { endedSessions, rateLimits } from '@/db/schema'
import { success } from '@/lib/base/result'
import { type CommandDeps, transactPlatform } from '@/lib/write/transact'

/**
 * Removes what protects from nothing any more: limits of which all is free, and ended sessions whose
 * cookies have run out.
 */
export async function removeSpent(deps: CommandDeps): Promise<void> {
  const now = deps.clock.now()
  await transactPlatform(deps, async (tx) => {
    await tx.delete(rateLimits).where(lt(rateLimits.freeAt, now))
    await tx.delete(endedSessions).where(lt(endedSessions.expiresAt, now))
    return success(null)
  })
}
