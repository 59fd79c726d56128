import type { Tag } from '@/lib/base/tag'
import type { Keys } from '@/lib/cache/keys'
import { createScriptRunner, guarded } from '@/lib/cache/script-runner'
import { connectUpstash, type UpstashAddress } from '@/lib/cache/upstash-store'
import type { Beginning, ChangeStreams, StreamAnswer, StreamEvent } from './change-streams'
import { partsOf, positionOf } from './positions'
import { readStreamsScript } from './read-streams-script'
import { hearChannel } from './upstash-channel'

export interface StreamsAddress extends UpstashAddress {
  keys: Keys
  /** A text of letters and digits that no other request has. */
  nonce(): string
}

/** Events of one namespace that come at one time. */
const mostTogether = 200

type Kind = StreamAnswer['kind']
/** An event: its number, then names and values in turn, `nonce` first. */
type Told = [id: string, fields: string[]]

/** The streams over Upstash's REST interface. */
export function createUpstashChangeStreams(address: StreamsAddress): ChangeStreams {
  const { keys, nonce } = address
  const redis = connectUpstash(address)
  const run = createScriptRunner(redis)

  return {
    async read(questions) {
      const answers = (await run({
        script: readStreamsScript,
        keys: questions.map(({ namespace }) => keys.stream(namespace)),
        args: [nonce(), String(mostTogether), ...questions.flatMap(({ from }) => wordsOf(from))],
      })) as unknown as [Kind, Told[]][]
      return answers.map(toAnswer)
    },
    subscribe(namespace, subscriber, signal) {
      return hearChannel(address, keys.stream(namespace), subscriber, signal)
    },
    async publish(namespace, text) {
      await guarded(redis.publish(keys.stream(namespace), text))
    },
  }
}

function wordsOf(from: Beginning): [string, string] {
  if (from === 'now') return ['now', '']
  return 'ago' in from ? ['ago', String(from.ago)] : partsOf(from.after)
}

function toAnswer([kind, told]: [Kind, Told[]]): StreamAnswer {
  const events = told.map(toEvent)
  if (kind === 'events') return { kind, events, more: events.length === mostTogether }
  const [newest] = events
  if (!newest) throw new RangeError('A stream has no event to hold on to')
  return { kind, at: newest.position }
}

function toEvent([id, fields]: Told): StreamEvent {
  const field = (name: string) => fields[fields.indexOf(name) + 1] ?? ''
  return { position: positionOf(id, field('nonce')), tags: JSON.parse(field('tags')) as Tag[] }
}
