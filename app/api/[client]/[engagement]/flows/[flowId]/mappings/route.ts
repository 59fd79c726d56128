import { failure, success } from '@/lib/base/result'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { mappingPage } from '@/lib/domain/mapping/reads'
import { defineRoute } from '@/lib/server/define-route'

/** The columns of a flow's file, what is suggested for them and what was decided. */
export const GET = defineRoute(
  { capability: 'engagement.read', params: flowPathSchema },
  async ({ scope, read, input }) => {
    const page = await read(mappingPage, scope, input.params)
    if (page === null) return failure('not_found')
    const { attributes: _, ...answer } = page
    return success(answer)
  },
)
