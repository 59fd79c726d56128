import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { controlFlow, type FlowControlled } from '../control-flow'
import type { ControlFlow } from '../schema'

/** Goes on where a paused flow stopped, or waits again for whom it waited. */
export function resumeFlow(
  scope: Scope,
  deps: CommandDeps,
  input: ControlFlow,
): Promise<Result<FlowControlled>> {
  return controlFlow(scope, deps, input, 'resume')
}
