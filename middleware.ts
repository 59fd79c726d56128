import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { failure } from '@/lib/base/result'
import { env } from '@/lib/env'
import { failureResponse } from '@/lib/http/failure-response'
import { isOpenPage } from '@/lib/http/open-pages'
import { requestedPathHeader } from '@/lib/http/requested-path'
import { refusedMethod } from '@/lib/http/route-methods'
import {
  createNonce,
  documentPolicy,
  droppedRequestHeaders,
  isKeptPage,
  keptPagePolicy,
} from '@/lib/http/security-headers'

/**
 * Cheap answers that need no database. It is never the security boundary: without it every page,
 * action and handler still refuses by itself.
 */
export function middleware(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl
  const allowed = refusedMethod(pathname, request.method)
  if (allowed) {
    return failureResponse(failure('method_not_allowed'), { Allow: allowed.join(', ') })
  }
  if (request.method === 'GET' && !pathname.startsWith('/api/')) {
    const signedIn = [true, false].some((secure) => request.cookies.has(sessionCookieName(secure)))
    if (pathname === '/' && signedIn) return redirectTo(request, '/start')
    if (!signedIn && !isOpenPage(pathname)) {
      return redirectTo(request, `/sign-in?next=${encodeURIComponent(pathname + search)}`)
    }
  }
  const headers = new Headers(request.headers)
  headers.set(requestedPathHeader, pathname + search)
  for (const name of droppedRequestHeaders) headers.delete(name)
  if (pathname.startsWith('/api/')) return NextResponse.next({ request: { headers } })
  const policy = isKeptPage(pathname)
    ? keptPagePolicy
    : documentPolicy(createNonce(), env().NODE_ENV === 'development')
  // Where the framework finds the nonce for its own scripts.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

function redirectTo(request: NextRequest, path: string): Response {
  const response = NextResponse.redirect(new URL(path, request.nextUrl), 307)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

// Uploaded parts pass by: a request that middleware sees has its body copied.
export const config = {
  matcher: ['/((?!_next/|api/auth/|icon\\.svg$|.*/parts/\\d+$).*)'],
  runtime: 'nodejs',
}
