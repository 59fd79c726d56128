import { verifyPassword } from '@/lib/auth/password'
import type { SessionClaims } from '@/lib/auth/session-claims'
import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import { findCredentials } from '../queries'
import type { SignInInput } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * Checks an e-mail address and a password. An unknown address, a wrong password and a person
 * without a password are the same `sign_in_failed` after the same work; only who knows the
 * password learns of `account_disabled`. A pending person may sign in, to see how things stand.
 */
export async function signIn(deps: SiteDeps, input: SignInInput): Promise<Result<SessionClaims>> {
  const known = await findCredentials(input.email, deps.db)
  const fits = await verifyPassword(known?.passwordHash ?? null, input.password)
  if (!known || !fits) return failure('sign_in_failed')
  if (known.status === 'disabled') return failure('account_disabled')
  const { userId, sessionVersion } = known
  return transactPlatform(deps, async (tx) => {
    await recordAudit(
      tx,
      { userId },
      {
        action: 'user.signed_in',
        subjectType: 'user',
        subjectId: userId,
        detail: { way: 'password' },
      },
    )
    return success({ userId, sessionVersion })
  })
}
