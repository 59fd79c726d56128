import type { Namespace, Tag } from '@/lib/base/tag'
import type { Beginning, ChangeStreams, StreamEvent, Subscriber } from '@/lib/live/change-streams'
import { type Position, positionOf } from '@/lib/live/positions'

/** Streams in memory that can be told to fail, to forget, and to say nothing of what is new. */
export interface ModelledStreams extends ChangeStreams {
  /** Appends an event and wakes whoever subscribed. */
  add(namespace: Namespace, ...tags: Tag[]): Position
  /** Forgets the oldest events of a stream, down to so many. */
  trim(namespace: Namespace, left: number): void
  /** Forgets everything, as FLUSHALL does. */
  flush(): void
  /** Whether reading and subscribing are answered; what is under way breaks when it ends. */
  isAlive: boolean
  /** Whether publishing reaches anybody. */
  isHeard: boolean
  /** Reads and subscriptions that came so far. */
  readonly asked: { reads: number; subscriptions: number }
  /** Everything that is in a stream. */
  all(namespace: Namespace): readonly StreamEvent[]
  /** Ends every subscription. */
  cut(): void
}

/** Where in a stream somebody begins; null when what they heard last is not there. */
function firstOf(stream: readonly StreamEvent[], from: Beginning): number | null {
  if (from === 'now') return stream.length
  // Its events have no times: everything that is there is young.
  if ('ago' in from) return 0
  const known = stream.findIndex((event) => event.position === from.after)
  return known === -1 ? null : known + 1
}

/** @param most events of one stream that come at one time */
export function createModelledStreams(most = 200): ModelledStreams {
  const streams = new Map<Namespace, StreamEvent[]>()
  const subscribers = new Map<Namespace, Map<Subscriber, () => void>>()
  const asked = { reads: 0, subscriptions: 0 }
  let number = 0

  const streamOf = (namespace: Namespace): StreamEvent[] => {
    const stream = streams.get(namespace) ?? []
    streams.set(namespace, stream)
    return stream
  }
  const append = (namespace: Namespace, tags: readonly Tag[]): Position => {
    number += 1
    const position = positionOf(`${1_700_000_000_000 + number}-0`, `n${number}`)
    streamOf(namespace).push({ position, tags })
    return position
  }
  const say = (namespace: Namespace, text: string): void => {
    if (!model.isHeard || !model.isAlive) return
    for (const subscriber of subscribers.get(namespace)?.keys() ?? []) subscriber.message(text)
  }

  const model: ModelledStreams = {
    isAlive: true,
    isHeard: true,
    asked,
    all: streamOf,
    add(namespace, ...tags) {
      const position = append(namespace, tags)
      say(namespace, position.slice(0, position.indexOf(':')))
      return position
    },
    trim(namespace, left) {
      const stream = streamOf(namespace)
      stream.splice(0, stream.length - left)
    },
    flush: () => streams.clear(),
    cut() {
      for (const open of subscribers.values()) for (const end of open.values()) end()
    },
    async read(questions) {
      asked.reads += 1
      if (!model.isAlive) throw new Error('Nobody is there')
      return questions.map(({ namespace, from }) => {
        const stream = streamOf(namespace)
        if (stream.length === 0) append(namespace, [])
        const at = stream.at(-1)?.position ?? positionOf('0-0', 'none')
        const first = firstOf(stream, from)
        if (first === null) return { kind: 'lost', at } as const
        const events = stream.slice(first, first + most)
        const isStart = from === 'now' || ('ago' in from && events.length === 0)
        if (isStart) return { kind: 'start', at } as const
        return { kind: 'events', events, more: events.length === most } as const
      })
    },
    subscribe(namespace, subscriber, signal) {
      asked.subscriptions += 1
      if (!model.isAlive) return Promise.reject(new Error('Nobody is there'))
      return new Promise((resolve) => {
        const open = subscribers.get(namespace) ?? new Map()
        subscribers.set(namespace, open)
        const end = () => {
          open.delete(subscriber)
          resolve()
        }
        open.set(subscriber, end)
        signal.addEventListener('abort', end)
        subscriber.ready()
      })
    },
    async publish(namespace, text) {
      if (!model.isAlive) throw new Error('Nobody is there')
      say(namespace, text)
    },
  }
  return model
}
