import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import type { CommandDeps } from '@/lib/write/transact'
import { controlFlow, type FlowControlled } from '../control-flow'
import { savePresentPhase } from '../flow-row'
import type { ControlFlow } from '../schema'

/** Goes on with the step at which a flow failed; everything before it is kept. */
export function retryFlow(
  scope: Scope,
  deps: CommandDeps,
  input: ControlFlow,
): Promise<Result<FlowControlled>> {
  return controlFlow(scope, deps, input, 'retry', (tx, flow, now) =>
    savePresentPhase(tx, scope, flow, { to: 'running', actorId: scope.userId }, now),
  )
}
