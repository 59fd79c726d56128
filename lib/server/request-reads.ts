import 'server-only'
import { cache } from 'react'
import { type RequestReads, readsOfCall } from './call-reads'
import { container } from './container'

const readsOfRender = cache((): RequestReads => container().cache.forRequest())

/** The present request's own part of the cache. */
export function requestReads(): RequestReads {
  return readsOfCall.getStore() ?? readsOfRender()
}

/** Runs a handler or an action with reads of its own: the same read twice in it runs once. */
export function withRequestReads<T>(work: () => Promise<T>): Promise<T> {
  return readsOfCall.run(container().cache.forRequest(), work)
}
