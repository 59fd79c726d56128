import { verifyPassword } from '@/lib/auth/password'
import type { SessionClaims } from '@/lib/auth/session-claims'
import { failure, type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { giveAllBack, takeTurn } from '@/lib/domain/protection/take-turn'
import { transactPlatform } from '@/lib/write/transact'
import { findCredentials } from '../queries'
import { recordFailedSignIn } from '../record-sign-in'
import type { SignInInput } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * Checks an e-mail address and a password. An unknown address, a wrong password and a person
 * without a password are the same `sign_in_failed` after the same work; only who knows the
 * password learns of `account_disabled`. A pending person may sign in, to see how things stand.
 *
 * Every try takes a turn of its account before it is looked at, and a right one gives all back. When
 * none is left even the right password is `rate_limited`, on every process, and so is an address
 * that nobody has. Choosing a new password by a link opens the account again at once.
 */
export async function signIn(deps: SiteDeps, input: SignInInput): Promise<Result<SessionClaims>> {
  const turn = await takeTurn(deps, 'signInOfAccount', input.email)
  const known = await findCredentials(input.email, deps.db)
  if (!turn.ok) {
    await recordFailedSignIn(deps, known?.userId ?? null, 'user.locked_out')
    return turn
  }
  const fits = await verifyPassword(known?.passwordHash ?? null, input.password)
  if (!known || !fits) {
    await recordFailedSignIn(deps, known?.userId ?? null, 'user.sign_in_failed')
    return failure('sign_in_failed')
  }
  await giveAllBack(deps, 'signInOfAccount', input.email)
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
        detail: { way: 'password', address: deps.address },
      },
    )
    return success({ userId, sessionVersion })
  })
}
