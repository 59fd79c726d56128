import { pauseFlow } from '@/lib/domain/flows/commands/pause-flow'
import { flowPathSchema, flowVersionSchema } from '@/lib/domain/flows/schema'
import { defineRoute } from '@/lib/server/define-route'

/** Stops a flow between two steps. */
export const POST = defineRoute(
  { capability: 'flow.control', params: flowPathSchema, body: flowVersionSchema, versioned: true },
  ({ scope, deps, input }) => pauseFlow(scope, deps, { ...input.params, ...input.body }),
)
