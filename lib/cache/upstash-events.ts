import type { Namespace, Tag } from '@/lib/base/tag'
import type { Keys } from './keys'
import { guarded } from './script-runner'
import { connectUpstash, type UpstashAddress } from './upstash-store'

/** A bump as its namespace's stream tells it. */
export interface ChangeEvent {
  namespace: Namespace
  /** Redis' time in milliseconds, and a number. */
  id: string
  /** Of the request that made it; with the id it is the event's name. */
  nonce: string
  tags: readonly Tag[]
}

/** The streams of what was bumped, a few hours of it. */
export interface EventStreams {
  /**
   * The next events of several namespaces, the oldest first in each.
   * @param after the id that the last one of each namespace had
   */
  since(after: ReadonlyMap<Namespace, string>): Promise<ChangeEvent[]>
  /** The id that an event of this moment would have. */
  now(): Promise<string>
}

/** Events of one namespace that come at one time. */
const mostTogether = 500

export function createUpstashEvents(address: UpstashAddress & { keys: Keys }): EventStreams {
  const { keys } = address
  const redis = connectUpstash(address)

  return {
    async since(after) {
      const namespaces = [...after.keys()]
      if (namespaces.length === 0) return []
      const streams = namespaces.map(keys.stream)
      const asked = redis.xread(streams, [...after.values()], { count: mostTogether })
      const answer = (await guarded(asked)) as StreamAnswer | null
      return (answer ?? []).flatMap(([stream, events]) => {
        const namespace = namespaces[streams.indexOf(stream)]
        if (!namespace) return []
        return events.map(([id, fields]) => ({ namespace, id, ...partsOf(fields) }))
      })
    },
    async now() {
      const [seconds, micros] = (await guarded(redis.time())) as unknown as [string, string]
      return `${Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)}-0`
    },
  }
}

/** Per stream its events: the id, then names and values in turn. */
type StreamAnswer = [stream: string, events: [id: string, fields: string[]][]][]

/** The bump script writes them as a list in JSON. */
function partsOf(fields: readonly string[]): Pick<ChangeEvent, 'nonce' | 'tags'> {
  const field = (name: string) => fields[fields.indexOf(name) + 1]
  return { nonce: field('nonce') ?? '', tags: JSON.parse(field('tags') ?? '[]') }
}
