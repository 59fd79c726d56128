import { failure } from '@/lib/base/result'
import { flowPage } from '@/lib/domain/flows/reads'
import { flowPathSchema } from '@/lib/domain/flows/schema'
import { presenceSchema } from '@/lib/domain/mapping/page/schema'
import { userContext } from '@/lib/domain/users/reads'
import { defineRoute } from '@/lib/server/define-route'
import { notePresence } from '@/lib/server/presence'

/** Says where a person is in a flow's mapping, and tells who else is there. Nothing is kept. */
export const POST = defineRoute(
  { capability: 'engagement.read', params: flowPathSchema, body: presenceSchema, limit: null },
  async ({ scope, read, input }) => {
    const { flowId } = input.params
    if ((await read(flowPage, scope, { flowId })) === null) return failure('not_found')
    const user = await read(userContext, { userId: scope.userId }, null)
    const { mappingId, here } = input.body
    return notePresence(scope, flowId, here && user ? { name: user.name, mappingId } : null)
  },
)
