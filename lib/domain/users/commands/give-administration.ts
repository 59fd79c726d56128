import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { CommandDeps } from '@/lib/write/transact'
import { changeUser } from '../change-user'
import type { ChangedVersion, SeenUser } from '../schema'

/**
 * Makes an active person an administrator, who may enter and change everything.
 * @returns `not_found`, `conflict` when the person was changed since, `wrong_state` for one who is
 *   not active, `cache_unreachable` when the caches could not be told
 */
export function giveAdministration(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenUser,
): Promise<Result<ChangedVersion>> {
  return changeUser(admin, deps, seen, {
    action: 'user.administration_given',
    from: 'active',
    set: { isAdmin: true },
  })
}
