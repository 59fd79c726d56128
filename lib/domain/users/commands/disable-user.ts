import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { CommandDeps } from '@/lib/write/transact'
import { changeUser } from '../change-user'
import type { ChangedVersion, SeenUser } from '../schema'

/**
 * Shuts an active person out and ends their sessions. Roles and defaults stay, for the day when
 * they are let in again.
 * @returns `not_found`, `conflict` when the person was changed since, `wrong_state` for one who is
 *   not active, `last_administrator` when nobody would be left to administer, `cache_unreachable`
 *   when the caches could not be told
 */
export function disableUser(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenUser,
): Promise<Result<ChangedVersion>> {
  return changeUser(admin, deps, seen, {
    action: 'user.disabled',
    from: 'active',
    set: { status: 'disabled' },
    endsSessions: true,
    takesAdministrator: true,
  })
}
