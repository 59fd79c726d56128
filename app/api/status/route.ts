import { success } from '@/lib/base/result'
import { defineOpenRoute } from '@/lib/server/define-site-route'
import { serviceState } from '@/lib/server/service-state'

export const dynamic = 'force-dynamic'

/** How the service is doing right now, for the status page. */
export const GET = defineOpenRoute(async () => success(await serviceState()))
