import { type Failure, failure, type Result } from '@/lib/base/result'
import { attempt, type Refused } from './attempt'
import { type KindOfWork, kinds } from './kinds'
import { backoff } from './pause'
import { type RequestRuntime, systemRuntime } from './runtime'

export interface SendRequest<T> {
  address: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** Sent as they are, in place of `body`. */
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Readonly<Record<string, string>>
  /**
   * The write's name, from `runtime.newKey()`: given by who may send the same write again later. Each
   * call makes its own otherwise, which stays the same over its tries.
   */
  key?: string
  /** Checks the answer; undefined for what is not as agreed. Without it our own site is trusted. */
  read?: (body: unknown) => T | undefined
}

export interface SendOptions {
  kind: KindOfWork
  signal?: AbortSignal
  runtime?: RequestRuntime
  /** Called before each pause, with its length in milliseconds. */
  onWait?: (milliseconds: number) => void
  /** Called with the headers of the answer when it is a good one. */
  onHeaders?: (headers: Headers) => void
}

/**
 * The one way in which requests are sent. Network failures, 5xx and time-outs are tried again with
 * growing, randomised pauses, or the pause that `Retry-After` asks for; other refusals are not.
 * Writes carry an `Idempotency-Key`, so that none is done twice.
 * @returns the answer, or a refusal in words; of 429 and 503 `details.retryAfter` says the seconds to
 * wait. Never throws for what network, server or person do.
 */
export async function send<T>(request: SendRequest<T>, options: SendOptions): Promise<Result<T>> {
  const { runtime = systemRuntime, kind } = options
  const began = runtime.now()
  const { result, tries } = await tryUntilDone(request, options, runtime)
  runtime.record({
    method: request.method ?? 'GET',
    path: request.address.replace(/[?#].*$/, ''),
    kind,
    tries,
    milliseconds: Math.round(runtime.now() - began),
    outcome: result.ok ? 'ok' : result.code,
  })
  return result
}

async function tryUntilDone<T>(
  request: SendRequest<T>,
  { kind, signal = new AbortController().signal, onWait, onHeaders }: SendOptions,
  runtime: RequestRuntime,
): Promise<{ result: Result<T>; tries: number }> {
  const init = initOf(request, runtime)
  for (let tries = 1; ; tries++) {
    const answer = await attempt(request.address, init, { kind, signal, runtime })
    if (answer.ok) {
      onHeaders?.(answer.headers)
      return { result: readAnswer(answer.body, request.read), tries }
    }
    const pause = pauseBefore(tries + 1, answer, kind, runtime)
    if (pause === null) return { result: withWait(answer), tries }
    onWait?.(pause)
    const waited = await wait(pause, signal, runtime)
    if (!waited) return { result: failure('stopped'), tries }
  }
}

function initOf<T>(request: SendRequest<T>, runtime: RequestRuntime): RequestInit {
  const { method = 'GET', body, bytes, headers, key } = request
  const json = body === undefined ? undefined : JSON.stringify(body)
  return {
    method,
    body: bytes ?? json,
    headers: {
      Accept: 'application/json',
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'Idempotency-Key': key ?? runtime.newKey() }),
      ...headers,
    },
  }
}

/** Milliseconds to wait before a further try; null when there is to be none. */
function pauseBefore(
  next: number,
  { failure: { code }, status, retryAfter }: Refused,
  kind: KindOfWork,
  runtime: RequestRuntime,
): number | null {
  const { tries, longestPause, sitsOut } = kinds[kind]
  const passing = status === null ? code !== 'stopped' : status >= 500
  const patient = sitsOut && (status === 408 || status === 429 || code === 'checksum_mismatch')
  if (next > tries || !(passing || patient)) return null
  if (code === 'offline' && !sitsOut) return null
  const pause = retryAfter ?? backoff(next - 1, runtime.random())
  const longest = longestPause * 1000
  return sitsOut ? Math.min(pause, longest) : pause > longest ? null : pause
}

/** How long to wait stands in the refusal, too, so that a page can count it down. */
function withWait({ failure: refusal, status, retryAfter }: Refused): Failure {
  if (retryAfter === null || (status !== 429 && status !== 503)) return refusal
  return { ...refusal, details: { retryAfter: Math.ceil(retryAfter / 1000), ...refusal.details } }
}

/** What the server says beside the data: that some caches have not heard of the change yet. */
function readAnswer<T>(body: unknown, read: SendRequest<T>['read']): Result<T> {
  const data = read ? read(body) : (body as T | undefined)
  if (data === undefined) return failure('unexpected_answer')
  const pending =
    typeof body === 'object' && body !== null && 'invalidation' in body && body.invalidation
  return { ok: true, data, ...(pending === 'pending' ? { invalidation: pending } : {}) }
}

async function wait(
  milliseconds: number,
  signal: AbortSignal,
  runtime: RequestRuntime,
): Promise<boolean> {
  try {
    await runtime.sleep(milliseconds, signal)
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
