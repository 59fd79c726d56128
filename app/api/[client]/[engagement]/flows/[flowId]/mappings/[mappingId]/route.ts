import { after } from 'next/server'
import { changeMapping } from '@/lib/domain/mapping/commands/change-mapping'
import { mappingChangeSchema, mappingPathSchema } from '@/lib/domain/mapping/page/schema'
import { defineRoute } from '@/lib/server/define-route'
import { driveSoon } from '@/lib/server/drive'

export const maxDuration = 60

/** Gives a column another attribute, or none. */
export const PATCH = defineRoute(
  {
    capability: 'mapping.decide',
    params: mappingPathSchema,
    body: mappingChangeSchema,
    versioned: true,
  },
  async ({ scope, deps, input }) => {
    const changed = await changeMapping(scope, deps, { ...input.params, ...input.body })
    if (changed.ok && changed.data.continues) after(() => driveSoon(changed))
    return changed
  },
)
