import { noStore } from '@/lib/http/cache-control'
import { defineOpenRoute } from '@/lib/server/define-site-route'
import { isAdministrator } from '@/lib/server/is-administrator'
import { checkReadiness } from '@/lib/server/readiness'

export const dynamic = 'force-dynamic'

/**
 * Whether everything that the site needs answers; 503 when something does not. What and why is for
 * administrators, everybody else gets the verdict.
 */
export const GET = defineOpenRoute(async () => {
  const [readiness, showsDetails] = await Promise.all([checkReadiness(), isAdministrator()])
  const { status } = readiness
  return Response.json(showsDetails ? readiness : { status }, {
    status: status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': noStore },
  })
})
