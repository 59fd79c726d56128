import { after } from 'next/server'
import { failure, success } from '@/lib/base/result'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { defineRoute } from '@/lib/server/define-route'
import { driveSoon } from '@/lib/server/drive'
import { readLiveFlow } from '@/lib/server/live-flow'

export const maxDuration = 60

/**
 * Where a flow stands. Whoever watches a flow that has lost its driver gives it a new one, so that
 * nobody looks at a progress bar that stands still until the next cron.
 */
export const GET = defineRoute(
  { capability: 'engagement.read', params: flowPathSchema },
  async ({ scope, input }) => {
    const flow = await readLiveFlow(scope, input.params.flowId)
    if (flow === null) return failure('not_found')
    if (flow.due) after(() => driveSoon({ data: flow }))
    return success(flow)
  },
)
