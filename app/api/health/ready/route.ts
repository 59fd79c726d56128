import { defineOpenRoute } from '@/lib/server/define-site-route'
import { checkReadiness } from '@/lib/server/readiness'

export const dynamic = 'force-dynamic'

/** Whether everything that the site needs answers; 503 when something does not. */
export const GET = defineOpenRoute(async () => {
  const readiness = await checkReadiness()
  return Response.json(readiness, {
    status: readiness.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
})
