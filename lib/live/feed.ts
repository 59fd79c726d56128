import { isLaterEvent } from '@/lib/base/event-order'
import type { Namespace } from '@/lib/base/tag'
import type { Timer } from '@/lib/cache/timer'
import type { ChangeStreams, StreamAnswer } from './change-streams'
import { createEnding } from './ending'
import type { Listener } from './listener'
import type { Position } from './positions'

/** One namespace's stream as this process hears it, for all its listeners. */
export interface Feed {
  readonly namespace: Namespace
  readonly listeners: Set<Listener>
  /** How far it has been read; null until the first answer. */
  readonly position: Position | null
  readonly isSubscribed: boolean
  /** Whether the stream is to be asked. */
  isDue: boolean
  /** Milliseconds since 1970 when its last listener left; null while it has some. */
  idleSince: number | null
  join(listener: Listener): void
  take(answer: StreamAnswer): void
  close(): void
}

export interface FeedSettings {
  namespace: Namespace
  streams: Pick<ChangeStreams, 'subscribe'>
  timer: Timer
  /** From 0 to 1. */
  random(): number
  /** The stream is to be asked now. */
  due(feed: Feed): void
  /** A listener has to be told what is between its place and the feed's. */
  behind(listener: Listener, namespace: Namespace): void
  /** Words that are no number of an event. */
  said(text: string): void
}

/** Milliseconds until a broken subscription is tried again. */
const [firstPause, longestPause] = [250, 10_000]
const eventNumber = /^\d+-\d+$/

export function createFeed(settings: FeedSettings): Feed {
  const { namespace, streams, timer } = settings
  const ending = createEnding()
  let position: Position | null = null
  let subscribed = false

  async function keepSubscribed(): Promise<void> {
    let pause = firstPause
    while (!ending.isOver) {
      const subscriber = {
        ready() {
          subscribed = true
          pause = firstPause
          // What came before this moment woke nobody.
          settings.due(feed)
        },
        message(text: string) {
          if (eventNumber.test(text)) settings.due(feed)
          else settings.said(text)
        },
      }
      // That it broke shows: until it stands again the stream is asked by the clock.
      await ending
        .until((signal) => streams.subscribe(namespace, subscriber, signal))
        .catch(() => undefined)
      subscribed = false
      if (ending.isOver) return
      settings.due(feed)
      await ending.sleep(timer, pause * (0.5 + settings.random()))
      pause = Math.min(pause * 2, longestPause)
    }
  }

  /** Whether a listener has heard as far as the feed had; else it is sent to catch up. */
  function stands(listener: Listener, at: Position): boolean {
    if (listener.isCatchingUp(namespace)) return false
    const cursor = listener.cursor(namespace)
    if (cursor !== null && !isLaterEvent(at, cursor)) return true
    if (cursor === null) listener.begin(namespace, at)
    else settings.behind(listener, namespace)
    return cursor === null
  }

  const feed: Feed = {
    namespace,
    listeners: new Set(),
    get position() {
      return position
    },
    get isSubscribed() {
      return subscribed
    },
    isDue: true,
    idleSince: null,
    join(listener) {
      feed.listeners.add(listener)
      feed.idleSince = null
      if (listener.from(namespace) !== 'now') settings.behind(listener, namespace)
      else if (position !== null) listener.begin(namespace, position)
    },
    take(answer) {
      if (answer.kind !== 'events') {
        const isLost = answer.kind === 'lost'
        position = answer.at
        for (const listener of feed.listeners) {
          if (isLost && !listener.isCatchingUp(namespace)) listener.lose(namespace, answer.at)
          else stands(listener, answer.at)
        }
        return
      }
      const before = position
      const last = answer.events.at(-1)
      if (before === null || !last) return
      for (const listener of feed.listeners) {
        if (stands(listener, before)) listener.hear(namespace, answer.events)
      }
      position = last.position
      if (answer.more) settings.due(feed)
    },
    close: ending.end,
  }
  void keepSubscribed()
  return feed
}
