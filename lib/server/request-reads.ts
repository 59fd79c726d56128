import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { cache } from 'react'
import type { ReadSources } from '@/db/client'
import type { RequestCache } from '@/lib/cache/cache'
import { container } from './container'

type RequestReads = RequestCache<ReadSources>

/** Handlers and actions run outside of a render, where React remembers nothing. */
const ofCall = new AsyncLocalStorage<RequestReads>()
const ofRender = cache((): RequestReads => container().cache.forRequest())

/** The present request's own part of the cache. */
export function requestReads(): RequestReads {
  return ofCall.getStore() ?? ofRender()
}

/** Runs a handler or an action with reads of its own: the same read twice in it runs once. */
export function withRequestReads<T>(work: () => Promise<T>): Promise<T> {
  return ofCall.run(container().cache.forRequest(), work)
}

/** Forgets what was read before a command; a render after it begins with nothing read at all. */
export function forgetReads(): void {
  ofCall.getStore()?.forget()
}
