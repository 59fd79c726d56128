import 'server-only'
import { noStore } from '@/lib/http/cache-control'
import { isAdministrator } from './is-administrator'
import { checkReadiness } from './readiness'

/** The verdict for everybody; what is wrong and why for administrators. Nobody keeps it. */
export async function answerReadiness(): Promise<Response> {
  const [readiness, showsDetails] = await Promise.all([checkReadiness(), isAdministrator()])
  const { status } = readiness
  return Response.json(showsDetails ? readiness : { status }, {
    status: status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': noStore },
  })
}
