import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { SessionClaims } from '@/lib/auth/session-claims'
import type { Failure, Result } from '@/lib/base/result'
import { signIn } from '@/lib/domain/users/commands/sign-in'
import type { SignInInput } from '@/lib/domain/users/schema'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { limitFailures, presentAddress } from './limit-rate'

/** Where next-auth's endpoint learns why a try was refused: the library itself says yes or no. */
export const refusals = new AsyncLocalStorage<{ last?: Failure }>()

/** Signs in by a password, within the limits of the address that asks and of the account. */
export async function attemptSignIn(
  deps: SiteDeps,
  input: SignInInput,
): Promise<Result<SessionClaims>> {
  const address = await presentAddress()
  const result = await limitFailures('signInFromAddress', address, () =>
    signIn({ ...deps, address }, input),
  )
  const seen = refusals.getStore()
  if (seen && !result.ok) seen.last = result
  return result
}
