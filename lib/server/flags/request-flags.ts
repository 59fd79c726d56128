import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { flagsHeader } from '@/lib/flags/request-header'
import { type RequestReads, readsOfCall } from '../call-reads'
import { container } from '../container'
import { flagsFor } from './flags-of'
import { type RequestFlags, readOnlyFromDatabase } from './obey-flags'

const ofRender = cache(lookOnce)
const ofCall = new WeakMap<RequestReads, Promise<RequestFlags>>()

/**
 * The flags that the present request obeys, in pages, handlers and actions. They are those that
 * middleware obeyed for it, and stay the same until its end.
 */
export function requestFlags(): Promise<RequestFlags> {
  const call = readsOfCall.getStore()
  if (!call) return ofRender()
  const flags = ofCall.get(call) ?? lookOnce()
  ofCall.set(call, flags)
  return flags
}

async function lookOnce(): Promise<RequestFlags> {
  const { flags } = container()
  const [given, snapshot] = await Promise.all([requestHeaders(), flags.current()])
  const begunUnder = given?.get(flagsHeader) ?? null
  if (begunUnder === null) return flagsFor(given, snapshot.values, snapshot)
  const values = flags.recall(begunUnder)
  if (!values) return readOnlyFromDatabase(snapshot)
  return flagsFor(given, values, { digest: begunUnder, source: snapshot.source })
}

/** Null outside of a request, where there is nothing to go on with. */
async function requestHeaders(): Promise<Headers | null> {
  try {
    return await headers()
  } catch (error) {
    unstable_rethrow(error)
    return null
  }
}
