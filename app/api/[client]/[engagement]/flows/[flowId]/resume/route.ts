import { after } from 'next/server'
import { resumeFlow } from '@/lib/domain/flows/commands/resume-flow'
import { flowPathSchema, flowVersionSchema } from '@/lib/domain/flows/schema'
import { defineRoute } from '@/lib/server/define-route'
import { driveSoon } from '@/lib/server/drive'

export const maxDuration = 60

/** Goes on with a paused flow. */
export const POST = defineRoute(
  { capability: 'flow.control', params: flowPathSchema, body: flowVersionSchema, versioned: true },
  async ({ scope, deps, input }) => {
    const controlled = await resumeFlow(scope, deps, { ...input.params, ...input.body })
    if (controlled.ok) after(() => driveSoon(controlled))
    return controlled
  },
)
