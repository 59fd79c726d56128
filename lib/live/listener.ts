import { isLaterEvent } from '@/lib/base/event-order'
import { globalNamespace, type Namespace } from '@/lib/base/tag'
import type { Audience } from './audience'
import type { Beginning, StreamEvent } from './change-streams'
import { beatSeconds, type EndReason, type Presence, printMessage } from './messages'
import { createOutbox } from './outbox'
import { type Brought, isCovered, type Position, printPositions } from './positions'

/** Milliseconds: pages that were made in the same one begin at the same place. */
const second = 1_000

/** Where a listener's words go. */
export interface Sink {
  /** Whether it takes more: false while the far end is slow. */
  isReady(): boolean
  write(text: string): void
  end(): void
}

export interface ListenerSettings {
  audience: Audience
  /** How far it had heard before. */
  brought: Brought
  /** Looks anew at what it may know of; null when that is nothing any more. */
  recheck(): Promise<Audience | null>
  sink: Sink
  /** Milliseconds since 1970. */
  now(): number
  /** Called once, when it has ended. */
  ended(): void
}

/** One connection, and how far it has heard each of its streams. */
export interface Listener {
  readonly namespaces: readonly Namespace[]
  /** How far it has heard; null for a stream of which it has heard nothing yet. */
  cursor(namespace: Namespace): Position | null
  /** Where it begins, or goes on. */
  from(namespace: Namespace): Beginning
  /** While it is catching up what stands on a stream now is not for it yet. */
  isCatchingUp(namespace: Namespace): boolean
  catchUp(namespace: Namespace): void
  /** It has heard the stream as far as this process has. */
  caughtUp(namespace: Namespace): void
  /** It stands at the present end of a stream without knowing what was before. */
  begin(namespace: Namespace, at: Position): void
  hear(namespace: Namespace, events: readonly StreamEvent[]): void
  /** What came after its cursor may be gone. */
  lose(namespace: Namespace, at: Position): void
  presence(engagementId: string, of: Presence): void
  /** @param since ISO 8601; null when all is well */
  trouble(since: string | null): void
  beat(): void
  /** Tells what there is to tell, if it may be told now. */
  flush(): void
  end(why: EndReason): void
}

export function createListener(settings: ListenerSettings): Listener {
  const { sink, now } = settings
  const { positions, ago, broken } = settings.brought
  const begun = now()
  const { namespaces } = settings.audience
  const cursors = new Map<Namespace, Position>()
  const behind = new Set<Namespace>()
  const outbox = createOutbox()
  let audience = settings.audience
  let [greeted, ended] = [false, false]
  let [mustCheck, checking] = [false, false]
  let inTrouble = false
  /** Streams of which it was told that all is known, though nothing was. */
  const unknown = new Set<Namespace>()

  for (const namespace of namespaces) {
    const position = positions.get(namespace)
    if (position && !broken) cursors.set(namespace, position)
  }
  const resumed = isCovered(settings.brought, namespaces)
  if (broken) outbox.resync()

  const id = () => printPositions(cursors)
  const settled = () => behind.size === 0 && cursors.size === namespaces.length

  function greet(): string {
    greeted = true
    for (const namespace of namespaces) if (!cursors.has(namespace)) unknown.add(namespace)
    // Who is cut off before what comes with it goes on from where they had been.
    return printMessage('hello', { beatSeconds, resumed }, outbox.isEmpty ? id() : '')
  }

  async function check(): Promise<void> {
    checking = true
    mustCheck = false
    try {
      const found = await settings.recheck()
      if (!found) return end('revoked')
      audience = found
      outbox.narrow(found.admits)
    } catch {
      // Nobody knows whether it may go on; it may ask again, and is answered by the door.
      return end('restart')
    } finally {
      checking = false
    }
    flush()
  }

  function flush(): void {
    if (ended || checking) return
    if (mustCheck) return void check()
    if (!greeted && !settled() && !inTrouble) return
    if (!sink.isReady() || (greeted && outbox.isEmpty)) return
    sink.write(`${greeted ? '' : greet()}${outbox.take(id())}`)
  }

  function end(why: EndReason): void {
    if (ended) return
    ended = true
    // It says no place: something may wait that was heard and not told.
    sink.write(printMessage('over', { why }, ''))
    sink.end()
    settings.ended()
  }

  return {
    namespaces,
    cursor: (namespace) => cursors.get(namespace) ?? null,
    from(namespace) {
      const after = cursors.get(namespace)
      if (after) return { after }
      if (ago === null || broken) return 'now'
      return { ago: Math.ceil((now() - begun + ago) / second) * second }
    },
    isCatchingUp: (namespace) => behind.has(namespace),
    catchUp: (namespace) => void behind.add(namespace),
    caughtUp: (namespace) => void behind.delete(namespace),
    begin(namespace, at) {
      cursors.set(namespace, at)
      if (unknown.delete(namespace)) outbox.resync()
    },
    hear(namespace, events) {
      for (const { position, tags } of events) {
        const cursor = cursors.get(namespace)
        if (cursor && !isLaterEvent(position, cursor)) continue
        cursors.set(namespace, position)
        if (tags.some(audience.concerns)) mustCheck = true
        outbox.change(position, tags.filter(audience.admits))
      }
    },
    lose(namespace, at) {
      cursors.set(namespace, at)
      outbox.resync()
      // What was lost may have been about its rights.
      if (namespace === globalNamespace) mustCheck = true
    },
    presence(engagementId, of) {
      if (audience.hasEngagement(engagementId)) outbox.presence(of)
    },
    trouble(since) {
      inTrouble = since !== null
      outbox.trouble(since)
    },
    beat() {
      if (ended || checking || mustCheck || !greeted || !sink.isReady()) return
      sink.write(outbox.take(id()) + printMessage('beat', {}, id()))
    },
    flush,
    end,
  }
}
