import { defineOpenRoute } from '@/lib/server/define-site-route'
import { answerDiscovery } from '@/lib/server/flags/discovery'

export const dynamic = 'force-dynamic'

/** Where the host's toolbar discovers the flags. */
export const GET = defineOpenRoute(({ request }) => answerDiscovery(request))
