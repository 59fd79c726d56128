import type { Namespace, Tag } from '@/lib/base/tag'
import type { Position } from './positions'

/** A change as its namespace's stream tells it. */
export interface StreamEvent {
  position: Position
  tags: readonly Tag[]
}

/** Where to begin: after an event, so many milliseconds ago by Redis' clock, or at this moment. */
export type Beginning = { after: Position } | { ago: number } | 'now'

/** What came on a stream since. */
export interface StreamQuestion {
  namespace: Namespace
  from: Beginning
}

export type StreamAnswer =
  /** The next ones, oldest first, and whether there may be still more. */
  | { kind: 'events'; events: readonly StreamEvent[]; more: boolean }
  /** The stream does not know the event any more: what came after it may be lost as well. */
  | { kind: 'lost'; at: Position }
  /** Nothing came since, and this is where the stream stands; the answer to `now`. */
  | { kind: 'start'; at: Position }

export interface Subscriber {
  /** From now on every message of the namespace arrives. */
  ready(): void
  message(text: string): void
}

/** The streams of changes as one process hears them. */
export interface ChangeStreams {
  /** @returns the answers in the order of the questions, all of one moment */
  read(questions: readonly StreamQuestion[]): Promise<StreamAnswer[]>
  /**
   * Hears what is published of a namespace: a change wakes with its number, others pass on words.
   * @returns when the subscription ended; it rejects when it broke
   */
  subscribe(namespace: Namespace, subscriber: Subscriber, signal: AbortSignal): Promise<void>
  /** Says something to all who hear the namespace this moment. Nobody keeps it. */
  publish(namespace: Namespace, text: string): Promise<void>
}
