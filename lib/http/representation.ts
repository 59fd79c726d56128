/** In which form an address is asked for. */
export interface Representation {
  /** `payload` is a document as the framework's router fetches it when a person goes on. */
  kind: 'document' | 'payload' | 'prefetch' | 'data'
  /** Tells it from every other form of the same address. */
  name: string
}

/**
 * The request headers by which the framework chooses what a payload holds: `FLIGHT_HEADERS` and
 * `NEXT_URL` of next/src/client/components/app-router-headers.ts (16.4).
 */
const payloadHeaders = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-hmr-refresh',
  'next-url',
]

/** What the framework itself says of each of its answers. */
const frameworkVary =
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'

/** @param pathname of the address, without query */
export function representationOf(pathname: string, headers: Headers): Representation {
  if (pathname.startsWith('/api/')) return { kind: 'data', name: 'data' }
  if (isPrefetch(headers)) return { kind: 'prefetch', name: 'prefetch' }
  const chosen = payloadHeaders.map((name) => headers.get(name))
  if (chosen.every((value) => value === null)) return { kind: 'document', name: 'document' }
  return { kind: 'payload', name: `payload ${JSON.stringify(chosen)}` }
}

/** The Vary of an answer, the same for the whole answer and for a 304 in its place. */
export const answerVary = `${frameworkVary}, Cookie, Accept-Encoding`

/** Asked for before anybody wants to see it: by the router, or by the browser (Sec-Purpose). */
function isPrefetch(headers: Headers): boolean {
  if (headers.has('next-router-prefetch') || headers.has('next-router-segment-prefetch')) {
    return true
  }
  return [headers.get('sec-purpose'), headers.get('purpose')].some(
    (purpose) => purpose !== null && /^\s*prefetch\b/i.test(purpose),
  )
}
