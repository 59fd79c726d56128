import { cancelFlow } from '@/lib/domain/flows/commands/cancel-flow'
import { flowPathSchema, flowVersionSchema } from '@/lib/domain/flows/schema'
import { defineRoute } from '@/lib/server/define-route'

/** Ends a flow for good. */
export const POST = defineRoute(
  { capability: 'flow.control', params: flowPathSchema, body: flowVersionSchema, versioned: true },
  ({ scope, deps, input }) => cancelFlow(scope, deps, { ...input.params, ...input.body }),
)
