import { failure, success } from '@/lib/base/result'
import { flowHistory } from '@/lib/domain/flows/reads'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { defineRoute } from '@/lib/server/define-route'

/** Every change of a flow's phases, by whom and when, oldest first. */
export const GET = defineRoute(
  { capability: 'engagement.read', params: flowPathSchema },
  async ({ scope, read, input }) => {
    const entries = await read(flowHistory, scope, input.params)
    return entries ? success({ entries }) : failure('not_found')
  },
)
