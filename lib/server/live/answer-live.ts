import 'server-only'
import type { CookieClaims } from '@/lib/auth/session-claims'
import { failure, type Result } from '@/lib/base/result'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import type { UserContext } from '@/lib/domain/users/schema'
import { noStore } from '@/lib/http/cache-control'
import { type Audience, audienceOf, type Hearer } from '@/lib/live/audience'
import { type Brought, parseBrought } from '@/lib/live/positions'
import { container } from '../container'
import { requestFlags } from '../flags/request-flags'
import { noteDenial } from '../note-denial'
import { requestReads } from '../request-reads'
import { currentSession } from '../session'
import { answerOnce } from './answer-once'
import {
  foreignTo,
  type HearerLook,
  hearerAt,
  hearerNow,
  isOnNow,
  userNow,
  whereOn,
} from './hearer'
import { liveStream, streamHeaders } from './live-stream'

/** Engagements of one connection at most: the tabs of a browser. */
const mostPlaces = 6
/** Connections of one person at one process: some browsers, and some that are about to come again. */
const mostConnections = 12
/** Seconds until somebody who has too many may ask again. */
const patience = 30
/**
 * Milliseconds until a connection is asked to come again, spread so that not all do so at once. What
 * a function may last (`vercel.json`) is longer.
 */
const [shortestLife, longestLife] = [240_000, 280_000]

/**
 * Tells of changes as they happen, at the engagements that the path names in pairs; by one answer
 * where that is asked for.
 */
export async function answerLive(
  request: Request,
  path: string | readonly string[] | undefined,
): Promise<Response | Result<object>> {
  const session = await currentSession()
  if (!session) return failure('unauthenticated')
  const flags = await requestFlags()
  const look = { reads: requestReads(), pathOf: flags.pathOf }
  const user = await userNow(session.claims, look)
  if (!user) return failure('unauthenticated')
  const addresses = addressesIn([path ?? []].flat())
  const hearer = addresses && (await hearerHere(user, addresses, look))
  if (!hearer) return failure('not_found')
  const heard = whereOn(hearer, flags.liveUpdates)
  if (!heard) return new Response(null, { status: 204, headers: { 'Cache-Control': noStore } })
  if (request.method === 'HEAD') return new Response(null, { headers: streamHeaders })
  const brought = broughtWith(request)
  const audience = audienceOf(heard)
  if (wantsOneAnswer(request)) return answerOnce(audience, brought)
  return openStream(request, { claims: session.claims, addresses, audience, brought })
}

/** The pairs of a path; null for what is none, and for more than one connection may hear. */
function addressesIn(parts: readonly string[]): EngagementAddress[] | null {
  if (parts.length % 2 !== 0 || parts.length > 2 * mostPlaces) return null
  const addresses: EngagementAddress[] = []
  for (let at = 0; at < parts.length; at += 2) {
    addresses.push({ client: parts[at] ?? '', engagement: parts[at + 1] ?? '' })
  }
  return addresses
}

async function hearerHere(
  user: UserContext,
  addresses: readonly EngagementAddress[],
  look: HearerLook,
): Promise<Hearer | null> {
  const hearer = await hearerAt(user, addresses, look)
  if (!hearer) {
    for (const place of foreignTo(user, addresses)) {
      noteDenial({ userId: user.userId, place, capability: null })
    }
  }
  return hearer
}

/** A browser that connects again says how far it heard; else the page does, or several pages. */
function broughtWith({ headers, url }: Request): Brought {
  const { searchParams } = new URL(url)
  const last = headers.get('last-event-id')
  return parseBrought(last ? [last] : searchParams.getAll('after'), searchParams.get('ago'))
}

function wantsOneAnswer({ headers }: Request): boolean {
  const accepted = headers.get('accept') ?? ''
  return accepted.includes('application/json') && !accepted.includes('text/event-stream')
}

interface Opening {
  claims: CookieClaims
  addresses: readonly EngagementAddress[]
  audience: Audience
  brought: Brought
}

function openStream(
  request: Request,
  { claims, addresses, audience, brought }: Opening,
): Response | Result<object> {
  const { live: hub } = container()
  const person = claims.userId
  if (hub.connectionsOf(person) >= mostConnections) {
    return failure('rate_limited', { details: { retryAfter: patience } })
  }
  const recheck = async () => {
    const hearer = await hearerNow(claims, addresses)
    const heard = hearer && whereOn(hearer, isOnNow)
    return heard && audienceOf(heard)
  }
  const isOn = () => audience.clients.some(isOnNow)
  const lifetime = shortestLife + Math.random() * (longestLife - shortestLife)
  return liveStream(request, (sink) =>
    hub.listen({ person, lifetime, audience, brought, recheck, isOn, sink }),
  )
}
