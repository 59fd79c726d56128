import { sql } from 'drizzle-orm'
import { userDefaults } from '@/db/schema'
import { type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import type { SiteDeps } from '../site-deps'

/** Remembers the scope's engagement as the one its person is taken to after signing in. */
export function chooseEngagement(
  scope: Scope,
  deps: SiteDeps,
): Promise<Result<{ clientSlug: string; engagementSlug: string }>> {
  const { userId, clientId, engagementId, clientSlug, engagementSlug } = scope
  return transactPlatform(deps, async (tx) => {
    const place = { clientAccountId: clientId, engagementId }
    const changed = await tx
      .insert(userDefaults)
      .values({ userId, ...place })
      .onConflictDoUpdate({
        target: userDefaults.userId,
        set: {
          ...place,
          version: sql`${userDefaults.version} + 1`,
          updatedAt: deps.clock.now(),
        },
        setWhere: sql`${userDefaults.engagementId} <> ${engagementId}`,
      })
      .returning({ userId: userDefaults.userId })
    if (changed.length > 0) {
      await recordAudit(
        tx,
        { userId },
        {
          action: 'user_default.chosen',
          subjectType: 'user',
          subjectId: userId,
          detail: { engagementId },
        },
      )
    }
    return success({ clientSlug, engagementSlug })
  })
}
