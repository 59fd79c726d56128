import { failure, success } from '@/lib/base/result'
import { defineUserRoute } from '@/lib/server/define-site-route'
import { isTraced, readsOfRequest } from '@/lib/server/edge/request-trace'

/** What a request of this process has read, by the id that its answer says. Not in production. */
export const GET = defineUserRoute(async ({ params }) => {
  const reads = isTraced() ? readsOfRequest(String(params.requestId)) : null
  return reads ? success({ reads }) : failure('not_found')
})
