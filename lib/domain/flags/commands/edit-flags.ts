import { type Result, success } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import { applyEdit } from '../apply-edit'
import type { ChangedFlags, EditFlagsInput } from '../schema'
import { type FlagDeps, writeFlags } from '../write-flags'

/**
 * Changes one thing that the flags say: the rule of a group, a client account's own path, a switch.
 * @returns `conflict` when the flags were changed since the administrator saw them
 */
export function editFlags(
  admin: Administrator,
  deps: FlagDeps,
  { expectedDigest, reason, ...edit }: EditFlagsInput,
): Promise<Result<ChangedFlags>> {
  const next = async (values: Parameters<typeof applyEdit>[0]) => success(applyEdit(values, edit))
  return writeFlags(admin, deps, { expectedDigest, reason, next })
}
