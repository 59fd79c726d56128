import 'server-only'
import { randomUUID } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { env } from '@/lib/env'
import { flagsHeader } from '@/lib/flags/request-header'
import { writeAnswerNote } from '@/lib/http/answer-note'
import { noStore } from '@/lib/http/cache-control'
import { isOpenPage } from '@/lib/http/open-pages'
import { writePageFacts } from '@/lib/http/page-facts'
import { planRead } from '@/lib/http/plan-read'
import { refuseMethod } from '@/lib/http/refuse-method'
import { type Representation, representationOf } from '@/lib/http/representation'
import { requestedPathHeader, requestIdHeader } from '@/lib/http/requested-path'
import type { Route } from '@/lib/http/route-policy'
import {
  createNonce,
  documentPolicy,
  droppedRequestHeaders,
  isKeptPage,
  keptPagePolicy,
} from '@/lib/http/security-headers'
import { storableAddress } from '@/lib/http/storable-address'
import { container } from '../container'
import { flagsOf } from '../flags/flags-of'
import type { RequestFlags } from '../flags/obey-flags'
import { noteUnexpected } from '../report-unexpected'
import { type AnswerPlan, planAnswer } from './plan-answer'
import type { RouteRead } from './route-read'
import { routes } from './routes'
import { sessionOf } from './session-of'

/**
 * Answers a request before its page or handler runs where that is possible: another method, a way to
 * sign in, a copy that is still the present one. Otherwise it lets the request go on, with the
 * headers of its answer. It is never the security boundary: without it every page, action and
 * handler still refuses by itself.
 */
export async function answerRequest(request: NextRequest): Promise<Response> {
  const requestId = randomUUID()
  const response = await decide(request, requestId)
  response.headers.set('X-Request-Id', requestId)
  return response
}

async function decide(request: NextRequest, requestId: string): Promise<Response> {
  const { pathname } = request.nextUrl
  const refused = refuseMethod(pathname, request.method)
  if (refused) return refused
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const elsewhere = isRead && elsewhereFor(request)
  if (elsewhere) return elsewhere
  const flags = await flagsOf(request)
  if (!isRead) return goOn(request, requestId, flags, null)
  const representation = representationOf(pathname, request.headers)
  const planned = await planFor(request, flags, representation)
  if (planned?.plan.kind === 'answer') return planned.plan.response
  const response = goOn(request, requestId, flags, planned)
  if (representation.kind === 'data') return response
  const headers = planned?.plan.headers ?? { 'Cache-Control': noStore }
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** Where a request to read is led to instead. */
function elsewhereFor(request: NextRequest): Response | null {
  const { pathname, search } = request.nextUrl
  const storable = storableAddress(pathname + search)
  if (storable !== null) return redirectTo(request, storable)
  if (pathname.startsWith('/api/')) return null
  const signedIn = [true, false].some((secure) => request.cookies.has(sessionCookieName(secure)))
  if (pathname === '/' && signedIn) return redirectTo(request, '/start')
  if (signedIn || isOpenPage(pathname)) return null
  return redirectTo(request, `/sign-in?next=${encodeURIComponent(pathname + search)}`)
}

function redirectTo(request: NextRequest, path: string): Response {
  const response = NextResponse.redirect(new URL(path, request.nextUrl), 307)
  response.headers.set('Cache-Control', noStore)
  return response
}

/** Null where nothing may be said of the answer but that nobody keeps it. */
async function planFor(
  request: NextRequest,
  flags: RequestFlags,
  representation: Representation,
): Promise<AnswerPlan | null> {
  const { pathname, search } = request.nextUrl
  const route = routes.find(pathname)
  if (!route) return null
  const { method, headers } = request
  if (route.asker === 'anybody' || representation.kind === 'prefetch') {
    return planWithoutLook(request, route, representation)
  }
  // When the cache is stopped nothing is kept, and the page asks who asks by itself.
  if (flags.pathOf('user-context', null) === 'off') return null
  const claims = await sessionOf(request)
  if (!claims) return null
  const { client = '', engagement = '' } = route.parameters
  const look = {
    ...{ route, claims, flags, address: { client, engagement } },
    reads: container().cache.forRequest(),
  }
  try {
    return await planAnswer({ ...look, method, headers, pathname, search, representation })
  } catch (error) {
    // The page or the handler meets the same trouble and tells it; nothing is said of its answer.
    noteUnexpected('middleware', error)
    return null
  }
}

/** Costs no trip: nobody waits for what is fetched ahead, and open pages are the same for all. */
function planWithoutLook(
  { method, headers }: NextRequest,
  route: Route<RouteRead>,
  representation: Representation,
): AnswerPlan {
  const validator = { etag: null, why: 'off' } as const
  const path = 'new'
  const now = new Date()
  return {
    plan: planRead({ method, headers, route, representation, path, validator, isThere: true, now }),
    path,
    facts: null,
  }
}

/** @param planned what a handler's good answer may say of itself, or what a page is made of */
function goOn(
  request: NextRequest,
  requestId: string,
  flags: RequestFlags,
  planned: AnswerPlan | null,
): NextResponse {
  const { pathname, search } = request.nextUrl
  const headers = new Headers(request.headers)
  headers.set(requestedPathHeader, pathname + search)
  headers.set(requestIdHeader, requestId)
  headers.set(flagsHeader, flags.snapshotDigest)
  const isData = pathname.startsWith('/api/')
  const etag = planned?.plan.kind === 'proceed' ? planned.plan.headers.ETag : undefined
  writeAnswerNote(headers, isData && planned ? { path: planned.path, etag: etag ?? null } : null)
  writePageFacts(headers, planned?.facts ?? null)
  for (const name of droppedRequestHeaders) headers.delete(name)
  if (isData) return NextResponse.next({ request: { headers } })
  const policy = isKeptPage(pathname)
    ? keptPagePolicy
    : documentPolicy(createNonce(), env().NODE_ENV === 'development')
  // Where the framework finds the nonce for its own scripts.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}
