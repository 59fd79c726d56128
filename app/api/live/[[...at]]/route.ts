import { defineUserRoute } from '@/lib/server/define-site-route'
import { answerLive } from '@/lib/server/live/answer-live'

export const GET = defineUserRoute(({ request, params }) => answerLive(request, params.at))
