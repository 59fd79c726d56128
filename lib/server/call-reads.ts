import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ReadSources } from '@/db/client'
import type { RequestCache } from '@/lib/cache/cache'

export type RequestReads = RequestCache<ReadSources>

// The bundle that made the container and the one that serves must mean the same call.
const key = Symbol.for('portolan.reads-of-call')
const holder = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<RequestReads> }
holder[key] ??= new AsyncLocalStorage()

/** The reads of a handler or an action: these run outside of a render, where React remembers nothing. */
export const readsOfCall = holder[key]
