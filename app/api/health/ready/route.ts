import { answerReadiness } from '@/lib/server/answer-readiness'
import { defineOpenRoute } from '@/lib/server/define-site-route'

export const dynamic = 'force-dynamic'

/** Whether everything that the site needs answers; 503 when something does not. */
export const GET = defineOpenRoute(answerReadiness)
