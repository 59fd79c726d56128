import { and, eq } from 'drizzle-orm'
import { clientAccounts, engagements } from '@/db/schema'
import { success } from '@/lib/base/result'
import type { Capability } from '@/lib/base/roles'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transactPlatform } from '@/lib/write/transact'
import { takeTurn } from '../take-turn'

export interface Denial {
  userId: string
  /** The engagement that was asked for; null for the administration. */
  place: { client: string; engagement: string } | null
  /** What a member's role does not allow; null for whoever is no member. */
  capability: Capability | null
}

/**
 * Writes down that somebody was refused what is there. An address that leads nowhere is a slip and
 * none of it, and of one person only so much is written that nobody fills the log.
 */
export async function recordDenial(deps: CommandDeps, denial: Denial): Promise<void> {
  const { userId, place, capability } = denial
  const counted = await takeTurn(deps, 'recordedDenials', userId)
  if (!counted.ok) return
  await transactPlatform(deps, async (tx) => {
    const [there] = place
      ? await tx
          .select({ clientId: clientAccounts.id, engagementId: engagements.id })
          .from(engagements)
          .innerJoin(clientAccounts, eq(clientAccounts.id, engagements.clientAccountId))
          .where(and(eq(clientAccounts.slug, place.client), eq(engagements.slug, place.engagement)))
      : []
    if (place && !there) return success(null)
    await recordAudit(
      tx,
      { userId, ...there },
      {
        action: 'access.denied',
        subjectType: there ? 'engagement' : 'administration',
        subjectId: there?.engagementId ?? 'administration',
        detail: { capability },
      },
    )
    return success(null)
  })
}
