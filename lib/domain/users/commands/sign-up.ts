import { accessRequests, users } from '@/db/schema'
import { hashPassword } from '@/lib/auth/password'
import { type Result, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactPlatform } from '@/lib/write/transact'
import type { SignUpInput } from '../schema'
import type { SiteDeps } from '../site-deps'

/**
 * Makes a pending person and a request for access. An address that is already known changes
 * nothing and is answered alike, so that nobody learns who has an account.
 */
export async function signUp(
  deps: SiteDeps,
  input: SignUpInput,
): Promise<Result<Record<string, never>>> {
  const passwordHash = await hashPassword(input.password)
  return transactPlatform(deps, async (tx) => {
    const [created] = await tx
      .insert(users)
      .values({ name: input.name, email: input.email, passwordHash })
      .onConflictDoNothing()
      .returning({ id: users.id })
    if (!created) return success({})
    await tx.insert(accessRequests).values({ userId: created.id, message: input.message })
    await recordAudit(
      tx,
      { userId: created.id },
      {
        action: 'access_request.created',
        subjectType: 'user',
        subjectId: created.id,
      },
    )
    return success({})
  })
}
