import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { decideMappings } from '../decide-mappings'
import type { DecideMappings, MappingsDecided } from '../page/schema'

/** Approves undecided columns. Fails with `not_found`, `wrong_state` or `identity_missing`. */
export function approveMappings(
  scope: Scope,
  deps: CommandDeps,
  input: DecideMappings,
): Promise<Result<MappingsDecided>> {
  return decideMappings(scope, deps, input, 'approved')
}
