import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { CommandDeps } from '@/lib/write/transact'
import { changeUser } from '../change-user'
import type { ChangedVersion, SeenUser } from '../schema'

/**
 * Ends every session of a person, in all browsers; they may sign in again.
 * @returns `not_found`, `conflict` when the person was changed since, `cache_unreachable` when the
 *   caches could not be told
 */
export function endSessions(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenUser,
): Promise<Result<ChangedVersion>> {
  return changeUser(admin, deps, seen, {
    action: 'user.sessions_ended',
    set: {},
    endsSessions: true,
  })
}
