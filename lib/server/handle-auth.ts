import 'server-only'
import NextAuth from 'next-auth'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { type Failure, failure } from '@/lib/base/result'
import { env } from '@/lib/env'
import { noStore } from '@/lib/http/cache-control'
import { failureResponse } from '@/lib/http/failure-response'
import { isSameOrigin } from '@/lib/http/same-origin'
import { refusals } from './attempt-sign-in'
import { authOptions } from './auth-options'
import { withRequestReads } from './request-reads'
import { currentSession } from './session'

interface AuthContext {
  params: Promise<{ nextauth: string[] }>
}

/**
 * next-auth's own endpoints: csrf, callbacks of providers, credentials for the command line. The
 * library would renew any cookie that it can read, so a dead session does not reach it.
 */
export async function handleAuth(request: Request, context: AuthContext): Promise<Response> {
  if (!isSameOrigin(request.method, request.headers, env().APP_URL)) {
    return failureResponse(failure('forbidden'))
  }
  const { nextauth } = await context.params
  if (nextauth[0] === 'session' && !(await withRequestReads(currentSession))) return noSession()
  const seen: { last?: Failure } = {}
  const response = await refusals.run(seen, () => NextAuth(authOptions())(request, context))
  return seen.last?.code === 'rate_limited' ? failureResponse(seen.last) : response
}

/** As the library says it of nobody; the cookie goes. */
function noSession(): Response {
  const secure = env().APP_URL.startsWith('https://')
  const cookie = `${sessionCookieName(secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`
  const headers = { 'Cache-Control': noStore, 'Set-Cookie': secure ? `${cookie}; Secure` : cookie }
  return Response.json({}, { headers })
}
