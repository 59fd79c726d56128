import { type Result, success } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import type { ChangedFlags, ChangeFlagsInput } from '../schema'
import { type FlagDeps, writeFlags } from '../write-flags'

/**
 * Puts the whole of the flags in the place of what the administrator saw.
 * @returns `conflict` when it was changed since, `invalid_input` for what would not be obeyed
 */
export function changeFlags(
  admin: Administrator,
  deps: FlagDeps,
  { expectedDigest, reason, next }: ChangeFlagsInput,
): Promise<Result<ChangedFlags>> {
  return writeFlags(admin, deps, { expectedDigest, reason, next: async () => success(next) })
}
