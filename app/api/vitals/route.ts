import { defineUserRoute } from '@/lib/server/define-site-route'
import { receiveVisit } from '@/lib/server/vitals/receive-visit'

export const dynamic = 'force-dynamic'

/** What a browser has measured of a visit. */
export const POST = defineUserRoute(({ user, request }) => receiveVisit(request, user))
