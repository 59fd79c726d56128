import { failure, type Result, success } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import { findFlagChange } from '../queries'
import type { ChangedFlags, RestoreFlagsInput } from '../schema'
import { type FlagDeps, writeFlags } from '../write-flags'

/**
 * Takes the flags back to what held before a change, or to what the change made.
 * @returns `not_found` for a change that was never made, `conflict` when the flags were changed
 *   since the administrator saw them
 */
export function restoreFlags(
  admin: Administrator,
  deps: FlagDeps,
  { expectedDigest, reason, changeId, state }: RestoreFlagsInput,
): Promise<Result<ChangedFlags>> {
  return writeFlags(admin, deps, {
    expectedDigest,
    reason,
    async next(_values, tx) {
      const change = await findFlagChange(tx, changeId)
      return change ? success(change[state]) : failure('not_found')
    },
  })
}
