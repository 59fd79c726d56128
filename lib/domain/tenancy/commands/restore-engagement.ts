import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { CommandDeps } from '@/lib/write/transact'
import { archiveEngagementAt } from '../archive-place'
import type { ChangedPlace, SeenPlace } from '../schema'

/**
 * Opens an archived engagement again, to everybody who was a member before.
 * @returns `not_found`, `conflict` when it was changed since, `cache_unreachable` when the caches
 *   could not be told
 */
export function restoreEngagement(
  admin: Administrator,
  deps: CommandDeps,
  seen: SeenPlace,
): Promise<Result<ChangedPlace>> {
  return archiveEngagementAt(admin, deps, seen, null)
}
