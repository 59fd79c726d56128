import { readRetryAfter } from '@/lib/request/pause'
import { createEventStreamReader } from './event-stream'
import type { LiveRuntime } from './runtime'
import { type LiveEvent, readLiveEvent } from './wire'

/** How a stream came to its end. */
export type StreamEnd =
  | { kind: 'off' }
  /** Nobody is signed in, or a place is not theirs. */
  | { kind: 'refused' }
  | { kind: 'over'; why: 'revoked' | 'limit' | 'restart' }
  /** `held`: whether it stood for a while; `retryAfter`: milliseconds, where the site said so */
  | { kind: 'broken'; held: boolean; retryAfter: number | null }

/** Milliseconds without a word after which nothing more is expected. */
const greetingWithin = 10_000
const beatsMissed = 2.5
/** Milliseconds after its greeting: what cuts a stream off sooner would cut off the next one, too. */
const whileAtLeast = 1_000

interface HeldStream {
  address: string
  signal: AbortSignal
  /** Ends the stream as broken. */
  giveUp(): void
  onEvent(event: LiveEvent, id: string | null): void
}

/** What a status other than success says; null for a success. */
export function endOfStatus({ status, headers }: Response): StreamEnd | null {
  if (status === 204) return { kind: 'off' }
  if (status === 401 || status === 403 || status === 404) return { kind: 'refused' }
  if (status === 200) return null
  return { kind: 'broken', held: false, retryAfter: readRetryAfter(headers) }
}

/** Holds one stream of changes until it ends, whatever ends it. */
export async function holdStream(runtime: LiveRuntime, held: HeldStream): Promise<StreamEnd> {
  let beat = greetingWithin
  let greetedAt = Number.POSITIVE_INFINITY
  let disarm = runtime.later(beat, held.giveUp)
  const armAnew = () => {
    disarm()
    disarm = runtime.later(beat, held.giveUp)
  }
  try {
    const answer = await runtime.fetch(held.address, {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      signal: held.signal,
    })
    const refused = endOfStatus(answer)
    if (refused) return refused
    for await (const { type, data, id } of eventsOf(answer)) {
      armAnew()
      const event = readLiveEvent(type, data)
      if (event?.kind === 'over') return { kind: 'over', why: event.why }
      if (event?.kind === 'hello') {
        greetedAt = runtime.now()
        beat = event.beatSeconds * 1000 * beatsMissed
        armAnew()
      }
      if (event) held.onEvent(event, id)
    }
  } catch {
    // A network that fails, or a stream that was given up: it is tried again.
  } finally {
    disarm()
  }
  return { kind: 'broken', held: runtime.now() - greetedAt >= whileAtLeast, retryAfter: null }
}

async function* eventsOf({ body }: Response) {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = createEventStreamReader()
  try {
    for (;;) {
      const piece = await reader?.read()
      if (!piece || piece.done) return
      yield* read(piece.value)
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}
