import { after } from 'next/server'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { undoMappings } from '@/lib/domain/mapping/commands/undo-mappings'
import { undoneColumnsSchema } from '@/lib/domain/mapping/page/schema'
import { defineRoute } from '@/lib/server/define-route'
import { driveSoon } from '@/lib/server/drive'

export const maxDuration = 60

/** Takes decisions back, where nobody has decided since. */
export const POST = defineRoute(
  { capability: 'mapping.decide', params: flowPathSchema, body: undoneColumnsSchema },
  async ({ scope, deps, input }) => {
    const undone = await undoMappings(scope, deps, { ...input.params, ...input.body })
    if (undone.ok && undone.data.continues) after(() => driveSoon(undone))
    return undone
  },
)
