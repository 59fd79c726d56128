import { accessRequests, users } from '@/db/schema'
import type { SessionClaims } from '@/lib/auth/session-claims'
import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import { findCredentials } from '../queries'
import type { SiteDeps } from '../site-deps'

export interface ProviderAccount {
  provider: string
  /** An address that the provider vouches for; never one that a person merely typed there. */
  verifiedEmail: string
  name: string
}

/**
 * Lets in whoever a provider vouches for: the person with that e-mail address, or a new pending
 * one with a request for access.
 * @returns `account_disabled` for a person who was shut out
 */
export async function signInWithProvider(
  deps: SiteDeps,
  account: ProviderAccount,
): Promise<Result<SessionClaims>> {
  const email = account.verifiedEmail.toLowerCase()
  const known = await findCredentials(email, deps.db)
  if (known?.status === 'disabled') return failure('account_disabled')
  return transactPlatform(deps, async (tx) => {
    let claims: SessionClaims | undefined = known ?? undefined
    if (!claims) {
      const [created] = await tx
        .insert(users)
        .values({ email, name: account.name })
        .onConflictDoUpdate({ target: users.email, set: { email } })
        .returning({ userId: users.id, sessionVersion: users.sessionVersion })
      if (!created) throw new Error('A new user row was not returned')
      claims = created
      await tx.insert(accessRequests).values({ userId: claims.userId }).onConflictDoNothing()
    }
    const { userId, sessionVersion } = claims
    await recordAudit(
      tx,
      { userId },
      {
        action: 'user.signed_in',
        subjectType: 'user',
        subjectId: userId,
        detail: { way: account.provider, firstTime: !known },
      },
    )
    return success({ userId, sessionVersion })
  })
}
