import type { TabRuntime } from '@/components/live/runtime'
import { parseBrought } from '@/lib/live/positions'

/** One write as the modelled site keeps it. */
interface Written {
  place: string
  at: number
  name: string
  tags: string[]
}

interface OpenStream {
  places: readonly string[]
  positions: Map<string, number>
  controller: ReadableStreamDefaultController<Uint8Array>
}

type Mood =
  | 'well'
  | 'down'
  | 'buffering'
  | 'cutting'
  | 'wordless'
  | 'garbling'
  | 'busy'
  | 'off'
  | 'refusing'

const beatSeconds = 15
const text = new TextEncoder()

/**
 * A site that tells of changes, and one browser with its tabs, under a clock of their own. Streams
 * go through real Responses, so that the client's reading of them is part of what is tested.
 */
export function createLiveWorld() {
  let now = 1_000_000
  let timers: { at: number; run: () => void }[] = []
  let mood: Mood = 'well'
  let isOnline = true
  const written: Written[] = []
  const streams = new Set<OpenStream>()
  const channels = new Map<string, Set<(message: never) => void>>()
  const locks = new Map<string, LockQueue>()
  const requests: { address: string; accept: string }[] = []
  const later = (milliseconds: number, run: () => void) => {
    const timer = { at: now + milliseconds, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }

  /** Lets everything happen that waits for nothing but a turn. */
  async function settle() {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  }

  async function pass(milliseconds: number) {
    const end = now + milliseconds
    await settle()
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      timers = timers.filter((timer) => timer !== next)
      now = Math.max(now, next.at)
      next.run()
      await settle()
    }
    now = end
  }

  const idOf = ({ positions }: OpenStream) => [...positions].map((pair) => pair.join('=')).join(';')

  function send(stream: OpenStream, type: string, data: object) {
    const id = idOf(stream)
    const piece = `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
    stream.controller.enqueue(text.encode(piece))
  }

  /** As while the site itself does not know where its streams stand. */
  function greetWithoutPlace({ controller }: OpenStream) {
    const hello = JSON.stringify({ beatSeconds, resumed: true })
    controller.enqueue(text.encode(`event: hello\ndata: ${hello}\n\n`))
  }

  function tell(stream: OpenStream) {
    const missing = written
      .map((change, index) => ({ ...change, index }))
      .filter(({ place, index }) => index >= (stream.positions.get(place) ?? Number.MAX_VALUE))
    for (const place of stream.positions.keys()) stream.positions.set(place, written.length)
    if (missing.length === 0) return
    send(stream, 'change', { changes: missing.map(({ name, tags }) => ({ name, tags })) })
  }

  function positionsOf(query: URLSearchParams, places: readonly string[]) {
    const after = new Map(
      (query.get('after') ?? '').split(';').map((pair) => {
        const [place = '', index] = pair.split('=')
        return [place, Number(index)]
      }),
    )
    const { ago, broken } = parseBrought([], query.get('ago') ?? '0')
    if (ago === null || broken) throw new Error(`The site does not read ago=${query.get('ago')}`)
    const begun = written.filter(({ at }) => at < now - ago).length
    return new Map(places.map((place) => [place, after.get(place) ?? begun]))
  }

  async function answer(address: string, init: RequestInit): Promise<Response> {
    const accept = new Headers(init.headers).get('accept') ?? ''
    requests.push({ address, accept })
    await Promise.resolve()
    if (!isOnline || mood === 'down') throw new TypeError('Failed to fetch')
    if (mood === 'off') return new Response(null, { status: 204 })
    if (mood === 'busy')
      return new Response(null, { status: 429, headers: { 'retry-after': '30' } })
    if (mood === 'garbling') return new Response('<!doctype')
    if (mood === 'refusing') return new Response(null, { status: 404 })
    const { pathname, searchParams } = new URL(address, 'https://portolan.example')
    const slugs = pathname.split('/').slice(3)
    const places = slugs.flatMap((slug, index) => (index % 2 ? [] : `${slug}/${slugs[index + 1]}`))
    const positions = positionsOf(searchParams, places)
    if (accept === 'application/json') {
      const changes = written.filter(
        ({ place }, index) => index >= (positions.get(place) ?? Number.MAX_VALUE),
      )
      const id = places.map((place) => `${place}=${written.length}`).join(';')
      return Response.json({ id, changes, resync: false })
    }
    return streamTo(places, positions, init.signal ?? null)
  }

  function streamTo(
    places: readonly string[],
    positions: Map<string, number>,
    signal: AbortSignal | null,
  ): Response {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const stream = { places, positions, controller }
        streams.add(stream)
        signal?.addEventListener('abort', () => {
          if (streams.delete(stream)) controller.error(new DOMException('Aborted', 'AbortError'))
        })
        if (mood === 'buffering') return
        if (mood === 'wordless') return greetWithoutPlace(stream)
        send(stream, 'hello', { beatSeconds, resumed: true })
        tell(stream)
        if (mood === 'cutting') setImmediate(() => breakStream(stream))
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }

  /** A browser's runtime for one more tab; `crash` ends it without a word. */
  function openTab(name: string) {
    let isAlive = true
    const ends: (() => void)[] = []
    const runtime: TabRuntime = {
      fetch: answer,
      now: () => now,
      later: (milliseconds, run) => later(milliseconds, () => isAlive && run()),
      random: () => 0.5,
      online: () => isOnline,
      newId: () => name,
      openChannel(channelName, onMessage) {
        const all = channels.get(channelName) ?? new Set()
        channels.set(channelName, all)
        const hear = (message: never) => isAlive && onMessage(message)
        all.add(hear)
        const close = () => void all.delete(hear)
        ends.push(close)
        return {
          post(message) {
            if (!isAlive) return
            const copy = structuredClone(message)
            for (const other of all) {
              if (other !== hear) queueMicrotask(() => other(copy as never))
            }
          },
          close,
        }
      },
      lead(lockName, steal, begin, lost) {
        const queue = locks.get(lockName) ?? createLockQueue()
        locks.set(lockName, queue)
        const leave = queue.ask({ begin, lost, steal })
        ends.push(leave)
        return leave
      },
    }
    return {
      runtime,
      crash() {
        isAlive = false
        for (const end of ends) end()
        for (const stream of [...streams]) breakStream(stream)
      },
      /** It does nothing any more and keeps all that it has. */
      freeze() {
        isAlive = false
      },
    }
  }

  function breakStream(stream: OpenStream) {
    streams.delete(stream)
    stream.controller.error(new TypeError('network error'))
  }

  return {
    openTab,
    pass,
    requests,
    now: () => now,
    streams: () => [...streams].map(({ places }) => places),
    feel(next: Mood) {
      mood = next
    },
    setOnline(next: boolean) {
      isOnline = next
    },
    write(place: string, ...tags: string[]) {
      const name = `${now}-${written.length}:run${written.length}`
      written.push({ place, at: now, name, tags })
      for (const stream of streams) tell(stream)
      return name
    },
    sendAll(type: string, data: object) {
      for (const stream of streams) send(stream, type, data)
    },
    /** The site ends all streams, with or without a word. */
    endStreams(why?: 'limit' | 'restart' | 'revoked') {
      for (const stream of [...streams]) {
        if (why === undefined) {
          breakStream(stream)
          continue
        }
        send(stream, 'over', { why })
        streams.delete(stream)
        stream.controller.close()
      }
    },
  }
}

export type LiveWorld = ReturnType<typeof createLiveWorld>

interface Asker {
  begin(): void
  lost(): void
  steal: boolean
}

interface LockQueue {
  ask(asker: Asker): () => void
}

function createLockQueue(): LockQueue {
  let waiting: Asker[] = []
  let holder: Asker | null = null
  const grant = () => {
    if (holder) return
    holder = waiting.shift() ?? null
    const granted = holder
    if (granted) queueMicrotask(() => holder === granted && granted.begin())
  }
  return {
    ask(asker) {
      if (asker.steal) {
        const robbed = holder
        holder = asker
        robbed?.lost()
        queueMicrotask(asker.begin)
      } else {
        waiting.push(asker)
        grant()
      }
      return () => {
        waiting = waiting.filter((other) => other !== asker)
        if (holder === asker) holder = null
        grant()
      }
    },
  }
}
