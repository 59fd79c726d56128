import type { Transaction } from '@/db/client'
import { passwordResets } from '@/db/schema'
import { createToken, digestToken } from '@/lib/auth/one-time-token'
import type { SiteDeps } from './site-deps'

const lifeInMilliseconds = 24 * 60 * 60 * 1000

/** Makes a one-time link for a new password, good for 24 hours; its digest is kept. */
export async function issueResetLink(
  tx: Transaction,
  deps: SiteDeps,
  reset: { userId: string; createdBy: string | null },
): Promise<{ link: string; expiresAt: Date }> {
  const token = createToken()
  const expiresAt = new Date(deps.clock.now().getTime() + lifeInMilliseconds)
  await tx.insert(passwordResets).values({ ...reset, tokenDigest: digestToken(token), expiresAt })
  return { link: `${deps.siteUrl}/reset-password?token=${token}`, expiresAt }
}
