import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { env } from '@/lib/env'
import { flagsHeader } from '@/lib/flags/request-header'
import { type RequestReads, readsOfCall } from '../call-reads'
import { container } from '../container'
import { obeyFlags, type RequestFlags, readOnlyFromDatabase } from './obey-flags'

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
  const [begunUnder, snapshot] = await Promise.all([handedOn(), flags.current()])
  const values = begunUnder === null ? snapshot.values : flags.recall(begunUnder)
  if (!values) return readOnlyFromDatabase(snapshot)
  const { source } = snapshot
  return obeyFlags(
    values,
    { digest: begunUnder ?? snapshot.digest, source },
    env().CACHE_PATH ?? null,
  )
}

/** The digest of the values that middleware obeyed; null where none has run. */
async function handedOn(): Promise<string | null> {
  try {
    return (await headers()).get(flagsHeader)
  } catch (error) {
    unstable_rethrow(error)
    // Outside of a request there is nothing to go on with.
    return null
  }
}
