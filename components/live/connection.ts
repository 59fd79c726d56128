import { backoff } from '@/lib/request/pause'
import { endOfStatus, holdStream, type StreamEnd } from './hold-stream'
import type { LiveStatus } from './live-status'
import { createPause } from './pause'
import type { LiveRuntime } from './runtime'
import type { LiveEvent, PolledChanges } from './wire'

export interface ConnectionListener {
  /** @param id the position after the event, from which another connection can go on */
  told(event: LiveEvent, id: string | null): void
  status(status: LiveStatus): void
  /** The person is not let in any more, somewhere or at all. */
  refused(): void
}

export interface Connection {
  /**
   * Says of which places changes are wanted.
   * @param places pairs of slugs, such as `acme/erp-2026`
   * @param from since when (ms, the machine's clock), where no position says it
   */
  aim(places: readonly string[], from: number): void
  /** Something may have happened to the connection, such as sleep: looks after it. */
  check(): void
  close(): void
}

/** The time between asking for changes while no stream can be held, and how often before one is tried. */
const pollEvery = 3_000
const pollsBeforeStream = 20
/** Tries in a row that gave no stream that stood, after which changes are asked for. */
const triesBeforePolling = 2
/** What begins when it began is still a moment later at the site. */
const margin = 5_000
const longestAgo = 3_600_000
/** After a refusal something else may remain, once the pages of the tabs have changed. */
const afterRevocation = 2_000

/**
 * Keeps one connection to the changes of some places, through whatever happens to it.
 * @param position from which another connection has to go on; null when there was none
 */
export function createConnection(
  runtime: LiveRuntime,
  listener: ConnectionListener,
  position: string | null,
): Connection {
  const pause = createPause(runtime)
  let id = position
  let places: readonly string[] = []
  /** Since when changes of places are wanted that no position covers yet. */
  let from: number | null = null
  let begun = false
  /** Whether the places have changed since the present attempt began. */
  let aimed = false
  let closed = false
  let refusalTold = false
  let heardAt = runtime.now()
  let silence = Number.POSITIVE_INFINITY
  let attempt: AbortController | null = null

  const address = () => {
    const query = new URLSearchParams()
    if (id !== null) query.set('after', id)
    if (from !== null) {
      // A page's own beginning is told in parts of a millisecond.
      const ago = Math.ceil(Math.max(0, runtime.now() - from)) + margin
      // Of longer ago the site tells nothing; a position alone may do, and it says when it does not.
      if (id === null || ago <= longestAgo) query.set('ago', String(ago))
    }
    const path = ['/api/live', ...places].join('/')
    return query.size > 0 ? `${path}?${query}` : path
  }

  function onEvent(event: LiveEvent, eventId: string | null) {
    heardAt = runtime.now()
    if (eventId !== null) {
      id = eventId
      from = null
    }
    if (event.kind === 'hello') {
      refusalTold = false
      silence = event.beatSeconds * 2_000
      listener.status('live')
    }
    if (event.kind === 'trouble') listener.status('trouble')
    if (event.kind === 'well') listener.status('live')
    listener.told(event, id)
  }

  async function stream(): Promise<StreamEnd> {
    const held = new AbortController()
    attempt = held
    const { signal } = held
    const giveUp = () => held.abort()
    const end = await holdStream(runtime, { address: address(), signal, giveUp, onEvent })
    silence = Number.POSITIVE_INFINITY
    return end
  }

  /** Asks for changes now and then. @returns how it ended; null when a stream may be tried again */
  async function poll(): Promise<StreamEnd | null> {
    for (let turn = 0; turn < pollsBeforeStream && !closed && !aimed; turn++) {
      const polled = await ask()
      if ('kind' in polled) return polled
      id = polled.id
      from = null
      listener.status('live')
      if (polled.resync) listener.told({ kind: 'resync' }, id)
      listener.told({ kind: 'changes', changes: polled.changes }, id)
      await pause.begin(pollEvery)
    }
    return null
  }

  async function ask(): Promise<PolledChanges | StreamEnd> {
    const held = new AbortController()
    attempt = held
    const takeBack = runtime.later(10_000, () => held.abort())
    const headers = { accept: 'application/json' }
    try {
      const { signal } = held
      const answer = await runtime.fetch(address(), { headers, cache: 'no-store', signal })
      return endOfStatus(answer) ?? (await answer.json())
    } catch {
      return { kind: 'broken', held: false, retryAfter: null }
    } finally {
      takeBack()
    }
  }

  function tellRefusal() {
    if (!refusalTold) listener.refused()
    refusalTold = true
  }

  /** Waits as long as an end asks for. */
  async function recover(end: StreamEnd, failures: number): Promise<void> {
    switch (end.kind) {
      case 'off':
        listener.status('off')
        return pause.begin(null)
      case 'refused':
        tellRefusal()
        return pause.begin(null)
      case 'over':
        if (end.why === 'revoked') {
          tellRefusal()
          return pause.begin(afterRevocation)
        }
        return pause.begin(runtime.random() * (end.why === 'limit' ? 300 : 1_500))
      case 'broken': {
        if (!runtime.online()) return
        listener.status('reconnecting')
        if (end.held) return pause.begin(250 * runtime.random())
        return pause.begin(Math.max(backoff(failures + 1, runtime.random()), end.retryAfter ?? 0))
      }
    }
  }

  async function run(): Promise<void> {
    let failures = 0
    while (!closed) {
      aimed = false
      if (!runtime.online()) {
        listener.status('offline')
        await pause.begin(null)
        continue
      }
      let end = await stream()
      if (aimed || closed) continue
      failures = end.kind === 'broken' && !end.held ? failures + 1 : 0
      if (end.kind === 'broken' && failures >= triesBeforePolling) {
        const polled = await poll()
        if (polled === null) continue
        end = polled
      }
      if (!(aimed || closed)) await recover(end, failures)
    }
  }

  return {
    aim(wanted, since) {
      const isCovered = wanted.every((place) => places.includes(place))
      // Without the place that was refused the rest may be heard again.
      const isLess = refusalTold && wanted.length < places.length
      if (begun && isCovered && !isLess) return
      places = [...wanted]
      from = Math.min(from ?? since, since)
      refusalTold = false
      if (!begun) {
        begun = true
        return void run()
      }
      aimed = true
      attempt?.abort()
      pause.end()
    },
    check() {
      if (runtime.now() - heardAt > silence || !runtime.online()) attempt?.abort()
      pause.end()
    },
    close() {
      closed = true
      attempt?.abort()
      pause.end()
    },
  }
}
