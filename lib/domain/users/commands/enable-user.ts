import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { CommandDeps } from '@/lib/write/transact'
import { changeUser } from '../change-user'
import type { ChangedVersion, SeenUser } from '../schema'

/**
 * Lets a person who was shut out in again, with the roles that they had. They sign in anew: their
 * old sessions stay ended.
 * @returns `not_found`, `conflict` when the person was changed since, `wrong_state` for one who is
 *   not shut out, `cache_unreachable` when the caches could not be told
 */
export function enableUser(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenUser,
): Promise<Result<ChangedVersion>> {
  return changeUser(admin, deps, seen, {
    action: 'user.enabled',
    from: 'disabled',
    set: { status: 'active' },
  })
}
