import { localRefusal, readJson, readRefusal, type UploadRefusal } from './refusal'
import type { UploadRuntime } from './runtime'

const ATTEMPTS = 7
const FIRST_DELAY = 500
const LONGEST_DELAY = 20_000
/** A server may ask for patience; beyond this a person should decide. */
const LONGEST_PATIENCE = 60_000

/**
 * `repeatable`: sending again what did arrive changes nothing, so every passing failure is tried
 * again. `once`: only what the server refused without acting on it (429, 503).
 */
export type Safety = 'repeatable' | 'once'

export type Received = { ok: true; status: number; body: unknown }

export type Send = () => Promise<Response>

/**
 * Sends a request until it is answered well or refused for good: network failures, 408, 429, 5xx and
 * a part damaged on its way are tried again, with growing, randomised pauses (half fixed, half random, at most
 * 20 s), or the pause that `Retry-After` asks for.
 * The body is read within a try, since the network can fail there too.
 * @returns the answer (status 2xx) with its JSON, undefined if it is none, or the last refusal
 */
export async function sendWithRetries(
  send: Send,
  {
    safety,
    signal,
    runtime,
    onWait,
  }: {
    safety: Safety
    signal: AbortSignal
    runtime: UploadRuntime
    /** Called before each pause, with its length in milliseconds. */
    onWait?: (milliseconds: number) => void
  },
): Promise<Received | UploadRefusal> {
  for (let attempt = 1; ; attempt++) {
    const { outcome, retryAfter } = await attemptOnce(send, signal)
    if (outcome.ok || attempt === ATTEMPTS || !mayRepeat(outcome, safety)) return outcome
    const pause = retryAfter ?? backoff(attempt, runtime.random())
    onWait?.(pause)
    const waited = await wait(pause, signal, runtime)
    if (!waited) return localRefusal('aborted')
  }
}

async function attemptOnce(send: Send, signal: AbortSignal) {
  if (signal.aborted) return { outcome: localRefusal('aborted'), retryAfter: null }
  try {
    const response = await send()
    if (response.ok) return { outcome: await receive(response), retryAfter: null }
    const retryAfter = readRetryAfter(response.headers)
    return { outcome: await readRefusal(response), retryAfter }
  } catch {
    // fetch rejects for no other reasons: the request was stopped, or nothing answered.
    const outcome = localRefusal(signal.aborted ? 'aborted' : 'network')
    return { outcome, retryAfter: null }
  }
}

async function receive(response: Response): Promise<Received> {
  return { ok: true, status: response.status, body: await readJson(response) }
}

function mayRepeat({ code, status }: UploadRefusal, safety: Safety): boolean {
  if (code === 'aborted') return false
  if (status === 429 || status === 503) return true
  if (safety === 'once') return false
  return status === null || status === 408 || status >= 500 || code === 'checksum_mismatch'
}

function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 1))
  return Math.round(ceiling / 2 + (random * ceiling) / 2)
}

/** Milliseconds that `Retry-After` asks for (RFC 9110, 10.2.3), null when it asks for none. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('Retry-After')
  if (value === null) return null
  const sent = Date.parse(headers.get('Date') ?? '')
  const until = Date.parse(value)
  const pause = /^\d+$/.test(value) ? Number(value) * 1_000 : until - sent
  return Number.isFinite(pause) ? Math.min(LONGEST_PATIENCE, Math.max(0, pause)) : null
}

async function wait(
  milliseconds: number,
  signal: AbortSignal,
  runtime: UploadRuntime,
): Promise<boolean> {
  try {
    await runtime.sleep(milliseconds, signal)
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
