import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { type RequestReads, readsOfCall } from './call-reads'
import { container } from './container'
import { isTraced, traceReads } from './edge/request-trace'

const readsOfRender = cache((): RequestReads => {
  const reads = container().cache.forRequest()
  if (isTraced()) {
    // What is rendered for nobody in particular has no request.
    headers().then(
      (sent) => traceReads(sent, reads),
      () => undefined,
    )
  }
  return reads
})

/** The present request's own part of the cache. */
export function requestReads(): RequestReads {
  return readsOfCall.getStore() ?? readsOfRender()
}

/** Runs a handler or an action with reads of its own: the same read twice in it runs once. */
export function withRequestReads<T>(work: () => Promise<T>): Promise<T> {
  return readsOfCall.run(container().cache.forRequest(), work)
}
