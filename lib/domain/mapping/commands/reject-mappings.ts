import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { decideMappings } from '../decide-mappings'
import type { DecideMappings, MappingsDecided } from '../page/schema'

/** Rejects undecided columns: they are left out. Fails with `not_found` or `wrong_state`. */
export function rejectMappings(
  scope: Scope,
  deps: CommandDeps,
  input: DecideMappings,
): Promise<Result<MappingsDecided>> {
  return decideMappings(scope, deps, input, 'rejected')
}
