import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { CommandDeps } from '@/lib/write/transact'
import { changeUser } from '../change-user'
import type { ChangedVersion, SeenUser } from '../schema'

/**
 * Makes an administrator a person like others, with the memberships that they have.
 * @returns `not_found`, `conflict` when the person was changed since, `last_administrator` when
 *   nobody would be left, `cache_unreachable` when the caches could not be told
 */
export function takeAdministration(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenUser,
): Promise<Result<ChangedVersion>> {
  return changeUser(admin, deps, seen, {
    action: 'user.administration_taken',
    set: { isAdmin: false },
    takesAdministrator: true,
  })
}
