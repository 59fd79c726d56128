import 'server-only'
import { failure, type Result } from '@/lib/base/result'
import type { Namespace } from '@/lib/base/tag'
import { StoreError } from '@/lib/cache/script-runner'
import { DeadlineError } from '@/lib/cache/timer'
import { noStore } from '@/lib/http/cache-control'
import type { Audience } from '@/lib/live/audience'
import type { Beginning, StreamEvent } from '@/lib/live/change-streams'
import type { Change } from '@/lib/live/messages'
import { type Brought, isCovered, type Position, printPositions } from '@/lib/live/positions'
import { container } from '../container'

/** What came of one stream, and how far it was heard with it. */
interface Heard {
  at: Position
  events: readonly StreamEvent[]
  isLost: boolean
}

/** What changed since a position, at once, for those to whom no stream arrives. */
export async function answerOnce(
  audience: Audience,
  brought: Brought,
): Promise<Response | Result<object>> {
  const { positions, ago, broken } = brought
  const asksForNothing = positions.size === 0 && ago === null && !broken
  const mayMiss = !asksForNothing && !isCovered(brought, audience.namespaces)
  const beginning = (namespace: Namespace): Beginning => {
    const after = positions.get(namespace)
    if (broken || (!after && ago === null)) return 'now'
    return after ? { after } : { ago: ago ?? 0 }
  }
  try {
    const heard = await Promise.all(
      audience.namespaces.map(
        async (namespace) => [namespace, await hear(namespace, beginning(namespace))] as const,
      ),
    )
    const changes: Change[] = heard
      .flatMap(([, { events }]) => events)
      .map(({ position, tags }) => ({ name: position, tags: tags.filter(audience.admits) }))
      .filter(({ tags }) => tags.length > 0)
    const resync = mayMiss || heard.some(([, { isLost }]) => isLost)
    const id = printPositions(heard.map(([namespace, { at }]) => [namespace, at]))
    return Response.json(
      { id, changes: resync ? [] : changes, resync },
      { headers: { 'Cache-Control': noStore } },
    )
  } catch (error) {
    if (error instanceof StoreError || error instanceof DeadlineError) return failure('unavailable')
    throw error
  }
}

/** Answers of one stream at most; who is farther behind asks for everything. */
const mostAnswers = 10

async function hear(namespace: Namespace, beginning: Beginning): Promise<Heard> {
  const { live } = container()
  const events: StreamEvent[] = []
  let from = beginning
  for (let count = 0; count < mostAnswers; count++) {
    const answer = await live.ask({ namespace, from })
    if (answer.kind !== 'events') return { at: answer.at, events, isLost: answer.kind === 'lost' }
    events.push(...answer.events)
    const last = answer.events.at(-1)
    if (last) from = { after: last.position }
    if (!answer.more && typeof from === 'object' && 'after' in from) {
      return { at: from.after, events, isLost: false }
    }
  }
  const answer = await live.ask({ namespace, from: 'now' })
  if (answer.kind === 'events') throw new RangeError('Nobody asked for events')
  return { at: answer.at, events: [], isLost: true }
}
