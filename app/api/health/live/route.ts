import { success } from '@/lib/base/result'
import { defineOpenRoute } from '@/lib/server/define-site-route'

export const dynamic = 'force-dynamic'

/** The process answers; nothing else is asked. */
export const GET = defineOpenRoute(async () => success({ status: 'ok' }))
