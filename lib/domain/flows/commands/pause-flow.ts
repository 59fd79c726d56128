import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { controlFlow, type FlowControlled } from '../control-flow'
import type { ControlFlow } from '../schema'

/** Stops a flow between two steps until somebody resumes it. */
export function pauseFlow(
  scope: Scope,
  deps: CommandDeps,
  input: ControlFlow,
): Promise<Result<FlowControlled>> {
  return controlFlow(scope, deps, input, 'pause')
}
