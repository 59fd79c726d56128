import type { EngagementKey } from '@/lib/base/scope'
import { clientNamespace, type Namespace } from '@/lib/base/tag'
import type { Timer } from '@/lib/cache/timer'
import type { ChangeStreams, StreamAnswer, StreamQuestion } from './change-streams'
import { createEnding } from './ending'
import { createFeed, type Feed } from './feed'
import { createListener, type Listener, type ListenerSettings } from './listener'
import { beatSeconds, type EndReason, type Presence } from './messages'
import { readPresence, writePresence } from './presence'
import { type Asked, createStreamReader } from './stream-reader'

/** What one process hears of changes, for all who listen at it. */
export interface Hub {
  listen(settings: Joining): Listening
  /** How many connections somebody has at this process. */
  connectionsOf(person: string): number
  /**
   * What came on a stream, once and for nobody in particular.
   * @throws StoreError, DeadlineError when the streams do not answer
   */
  ask(question: StreamQuestion): Promise<StreamAnswer>
  /**
   * Tells all who listen in an engagement, at every process, who is where. Nobody keeps it.
   * @throws StoreError when Redis does not answer
   */
  tell(where: EngagementKey, presence: Presence): Promise<void>
  /** Ends all listening; who comes later is led on at once. */
  close(why: EndReason): void
  /** What it holds. */
  figures(): { listeners: number; feeds: number; subscribed: number; waiting: number }
}

export interface Listening {
  /** Its far end takes more again. */
  drained(): void
  /** Ends it without a word: its far end has left. */
  leave(): void
}

export interface Joining extends Omit<ListenerSettings, 'now' | 'ended'> {
  person: string
  /** Milliseconds after which it is asked to come again. */
  lifetime: number
  /** Whether it may still listen at all; looked at with every beat. */
  isOn(): boolean
}

export interface HubSettings {
  streams: ChangeStreams
  timer: Timer
  /** From 0 to 1. */
  random(): number
}

/** Milliseconds. */
const second = 1_000
/** Turns, a second each: how often a stream without subscription is asked, and one with it. */
const [pollTurns, safetyTurns] = [2, 15]
/** Milliseconds for which a stream that nobody hears is kept for the next who comes. */
const linger = 10 * second

interface Joined {
  person: string
  until: number
  isOn(): boolean
}

export function createHub({ streams, timer, random }: HubSettings): Hub {
  const feeds = new Map<Namespace, Feed>()
  const listeners = new Map<Listener, Joined>()
  /** Listeners that are behind, and of which stream. */
  const catching = new Map<Listener, Set<Namespace>>()
  const asked: Asked[] = []
  const ending = createEnding()
  let ticking = false
  let closed: EndReason | null = null

  const reader = createStreamReader({
    streams,
    timer,
    questions,
    listeners: () => listeners.size,
    answered: () => {
      for (const listener of listeners.keys()) listener.flush()
    },
    trouble(since) {
      const at = since === null ? null : new Date(since).toISOString()
      for (const listener of listeners.keys()) {
        listener.trouble(at)
        listener.flush()
      }
    },
    ending,
  })

  function questions(most: number): Asked[] {
    const due = [...feeds.values()].filter((feed) => feed.isDue)
    const found: Asked[] = due.map(questionOfFeed)
    found.unshift(...asked.splice(0))
    for (const [listener, namespaces] of catching) {
      if (found.length >= most) break
      for (const namespace of namespaces) found.unshift(questionOfListener(listener, namespace))
      catching.delete(listener)
    }
    return found
  }

  function questionOfFeed(feed: Feed): Asked {
    const { namespace, position } = feed
    feed.isDue = false
    const failed = () => {
      feed.isDue = feeds.get(namespace) === feed
    }
    const from = position === null ? 'now' : { after: position }
    return { namespace, from, take: feed.take, failed }
  }

  function questionOfListener(listener: Listener, namespace: Namespace): Asked {
    const failed = () => behind(listener, namespace)
    const take = (answer: StreamAnswer) => {
      if (answer.kind === 'events') listener.hear(namespace, answer.events)
      else if (answer.kind === 'start') listener.begin(namespace, answer.at)
      else listener.lose(namespace, answer.at)
      if (answer.kind === 'events' && answer.more) behind(listener, namespace)
      else listener.caughtUp(namespace)
    }
    return { namespace, from: listener.from(namespace), take, failed }
  }

  function behind(listener: Listener, namespace: Namespace): void {
    if (!listeners.has(listener)) return
    listener.catchUp(namespace)
    const namespaces = catching.get(listener) ?? new Set()
    catching.set(listener, namespaces.add(namespace))
    reader.wake()
  }

  function due(feed: Feed): void {
    feed.isDue = true
    reader.wake()
  }

  function openFeed(namespace: Namespace): Feed {
    const said = (text: string) => {
      const presence = readPresence(text)
      if (!presence) return
      for (const listener of feed.listeners) {
        listener.presence(presence.engagementId, presence.of)
        listener.flush()
      }
    }
    const feed = createFeed({ namespace, streams, timer, random, due, behind, said })
    feeds.set(namespace, feed)
    return feed
  }

  function begin(listener: Listener): void {
    const since = reader.troubledSince()
    if (since !== null) listener.trouble(new Date(since).toISOString())
    for (const namespace of listener.namespaces) {
      const feed = feeds.get(namespace) ?? openFeed(namespace)
      feed.join(listener)
      // A process that stood still may have missed what woke others.
      due(feed)
    }
    listener.flush()
    if (!ticking) void tick()
  }

  function leave(listener: Listener): void {
    listeners.delete(listener)
    catching.delete(listener)
    for (const namespace of listener.namespaces) {
      const feed = feeds.get(namespace)
      if (!feed?.listeners.delete(listener)) continue
      if (feed.listeners.size === 0) feed.idleSince = timer.now()
    }
  }

  async function tick(): Promise<void> {
    ticking = true
    for (let turn = 1; feeds.size > 0 && !ending.isOver; turn++) {
      await ending.sleep(timer, second)
      if (!ending.isOver) look(turn)
    }
    ticking = false
  }

  function look(turn: number): void {
    const now = timer.now()
    for (const feed of feeds.values()) {
      if (feed.idleSince !== null && now - feed.idleSince >= linger) {
        feed.close()
        feeds.delete(feed.namespace)
      } else if (turn % (feed.isSubscribed ? safetyTurns : pollTurns) === 0) due(feed)
    }
    for (const [listener, { until, isOn }] of [...listeners]) {
      const beats = turn % beatSeconds === 0
      if (now >= until || (beats && !isOn())) listener.end('limit')
      else if (beats) listener.beat()
    }
  }

  return {
    listen({ person, lifetime, isOn, ...settings }) {
      const ended = () => leave(listener)
      const listener = createListener({ ...settings, now: timer.now, ended })
      listeners.set(listener, { person, until: timer.now() + lifetime, isOn })
      if (closed === null) begin(listener)
      else listener.end(closed)
      return { drained: listener.flush, leave: ended }
    },
    connectionsOf: (person) =>
      [...listeners.values()].filter((joined) => joined.person === person).length,
    ask(question) {
      return new Promise((resolve, reject) => {
        asked.push({ ...question, take: resolve, failed: reject })
        reader.wake()
      })
    },
    tell: ({ clientId, engagementId }, presence) =>
      streams.publish(clientNamespace(clientId), writePresence(engagementId, presence)),
    close(why) {
      closed = why
      for (const listener of [...listeners.keys()]) listener.end(why)
      ending.end()
      for (const feed of feeds.values()) feed.close()
      feeds.clear()
    },
    figures: () => ({
      listeners: listeners.size,
      feeds: feeds.size,
      subscribed: [...feeds.values()].filter((feed) => feed.isSubscribed).length,
      waiting: catching.size + asked.length,
    }),
  }
}
