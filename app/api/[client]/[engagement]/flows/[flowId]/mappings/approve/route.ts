import { after } from 'next/server'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { chosenMappingsSchema } from '@/lib/domain/mapping/page/schema'
import { defineRoute } from '@/lib/server/define-route'
import { driveSoon } from '@/lib/server/drive'

export const maxDuration = 60

/** Decides about undecided columns; the flow goes on when nothing is left to decide. */
export const POST = defineRoute(
  { capability: 'mapping.decide', params: flowPathSchema, body: chosenMappingsSchema },
  async ({ scope, deps, input }) => {
    const decided = await approveMappings(scope, deps, { ...input.params, which: input.body })
    if (decided.ok && decided.data.continues) after(() => driveSoon(decided))
    return decided
  },
)
