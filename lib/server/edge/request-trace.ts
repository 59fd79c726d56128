import 'server-only'
import { createRecent, type Recent } from '@/lib/base/recent'
import type { ReadFact } from '@/lib/cache/cache'
import { env } from '@/lib/env'
import { requestIdHeader } from '@/lib/http/requested-path'
import type { RequestReads } from '../call-reads'

// Pages and handlers are bundled apart and note in one place.
const key = Symbol.for('portolan.request-trace')
const holder = globalThis as typeof globalThis & { [key]?: Recent<RequestReads[]> }

function traces(): Recent<RequestReads[]> {
  holder[key] ??= createRecent<RequestReads[]>(200)
  return holder[key]
}

/**
 * Whether this process remembers what its requests read: in development, in previews and where it is
 * told to. In production it does not: facts name client accounts.
 */
export function isTraced(): boolean {
  const { NODE_ENV, VERCEL_ENV, REQUEST_TRACE } = env()
  return NODE_ENV === 'development' || VERCEL_ENV === 'preview' || REQUEST_TRACE === 'on'
}

/**
 * Remembers the reads of a request, those to come with them, where requests are traced.
 * @param sent the request's headers; a page that is rendered for everybody has no id among them
 */
export function traceReads(sent: Headers, reads: RequestReads): void {
  const requestId = isTraced() ? sent.get(requestIdHeader) : null
  if (!requestId) return
  const known = traces().get(requestId) ?? []
  traces().put(requestId, [...known, reads])
}

/** What a recent request of this process has read so far; null when it is not known. */
export function readsOfRequest(requestId: string): readonly ReadFact[] | null {
  return (
    traces()
      .get(requestId)
      ?.flatMap((reads) => reads.facts()) ?? null
  )
}
