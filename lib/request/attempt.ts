import { type Failure, failure } from '@/lib/base/result'
import { type KindOfWork, kinds, timedOut } from './kinds'
import { readRetryAfter } from './pause'
import { readJson, readRefusal } from './refusal'
import type { RequestRuntime } from './runtime'

interface Answered {
  ok: true
  headers: Headers
  /** Undefined when it is no JSON. */
  body: unknown
}

export interface Refused {
  ok: false
  failure: Failure
  /** Null when there was no answer. */
  status: number | null
  /** Milliseconds that the server asks to wait. */
  retryAfter: number | null
}

interface Trying {
  kind: KindOfWork
  signal: AbortSignal
  runtime: RequestRuntime
}

/**
 * Sends a request once and reads its answer, both within the kind's time: the network can fail in
 * either.
 */
export async function attempt(
  address: string,
  init: RequestInit,
  { kind, signal, runtime }: Trying,
): Promise<Answered | Refused> {
  if (signal.aborted) return unanswered(failure('stopped'))
  if (!runtime.online()) return unanswered(failure('offline'))
  const limit = runtime.timeLimit(kinds[kind].seconds * 1000)
  try {
    const both = AbortSignal.any([signal, limit])
    const response = await runtime.fetch(address, { ...init, signal: both })
    const { status, headers } = response
    if (response.ok) return { ok: true, headers, body: await readJson(response) }
    const retryAfter = readRetryAfter(headers)
    return { ok: false, failure: await readRefusal(response), status, retryAfter }
  } catch {
    // fetch rejects for no other reasons: it was stopped, took too long, or nothing answered.
    if (signal.aborted) return unanswered(failure('stopped'))
    if (limit.aborted) return unanswered(timedOut(kind, init.method !== 'GET'))
    return unanswered(failure(runtime.online() ? 'unreachable' : 'offline'))
  }
}

function unanswered(refusal: Failure): Refused {
  return { ok: false, failure: refusal, status: null, retryAfter: null }
}
