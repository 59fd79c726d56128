import { setTimeout as sleep } from 'node:timers/promises'
import { type OpenedStream, openStream, type StreamMessage } from './stream-client'

/** What a listener heard, over all its connections. */
export interface HeardByOne {
  /** The event at which it began to listen. */
  begun: string
  /** Names of changes. */
  names: Set<string>
  /** How often it was told to ask for everything. */
  resyncs: number
  /** How often it came again. */
  resumed: number
}

export interface LiveConnection {
  heard: HeardByOne
  /** Breaks the connection as a lost network does; it comes again by itself. */
  drop(): void
  /** When it was told that it may listen no more, as `performance.now`; null while it may. */
  revokedAt(): number | null
  /** Whether it listens this moment. */
  isOpen(): boolean
  /** Leaves for good. */
  end(): Promise<void>
}

interface ConnectionSettings {
  url: string
  cookie: string
  /** The namespace of which it remembers where it began. */
  namespace: string
  /** A change arrived. @param opened when the connection began to listen, as `performance.now` */
  arrived(name: string, opened: number): void
}

/** Milliseconds until a browser comes again: at random, so that not all do so at once. */
const [shortestPause, longestPause] = [50, 3_000]

/** Listens as a browser does: whenever its connection ends, it comes again where it stopped. */
export function keepListening(settings: ConnectionSettings): LiveConnection {
  const heard: HeardByOne = { begun: '', names: new Set(), resyncs: 0, resumed: 0 }
  let [last, opened, isOver, isOpen] = ['', 0, false, false]
  let stream: OpenedStream | null = null
  let revokedAt: number | null = null

  function hear({ event, id, data }: StreamMessage): void {
    if (id !== '') last = id
    if (event === 'hello') {
      isOpen = true
      opened = performance.now()
      if (heard.begun === '') heard.begun = positionIn(id, settings.namespace)
    }
    if (event === 'over' && data.why === 'revoked') {
      revokedAt = performance.now()
      isOver = true
    }
    if (event === 'resync') heard.resyncs += 1
    for (const { name } of data.changes ?? []) {
      heard.names.add(name)
      settings.arrived(name, opened)
    }
  }

  async function listen(): Promise<void> {
    const goingOn: Record<string, string> = last === '' ? {} : { 'last-event-id': last }
    stream = await openStream(settings.url, { cookie: settings.cookie, ...goingOn }, hear)
    if (last !== '' && stream.status === 200) heard.resumed += 1
    await stream.ended
  }

  const ending = (async () => {
    while (!isOver) {
      // A site that is being restarted answers nobody.
      await listen().catch(() => undefined)
      isOpen = false
      if (!isOver) await sleep(shortestPause + Math.random() * (longestPause - shortestPause))
    }
  })()

  return {
    heard,
    drop: () => stream?.close(),
    revokedAt: () => revokedAt,
    isOpen: () => isOpen,
    async end() {
      isOver = true
      stream?.close()
      await ending
    },
  }
}

/** Where a stream's listening stands, by an id of several; empty when it says nothing of it. */
function positionIn(id: string, namespace: string): string {
  const part = id.split(',').find((one) => one.startsWith(`${namespace}=`))
  return part?.slice(namespace.length + 1) ?? ''
}
