import { failure } from '@/lib/base/result'
import { defineUserRoute } from '@/lib/server/define-site-route'

/** Addresses that nothing answers: nobody learns from them whether something is there. */
const nothing = defineUserRoute(async () => failure('not_found'))

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
