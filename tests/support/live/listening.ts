import { clientNamespace, encodeTag, globalNamespace } from '@/lib/base/tag'
import { audienceOf, type Hearer } from '@/lib/live/audience'
import { createHub, type Joining } from '@/lib/live/hub'
import type { Change } from '@/lib/live/messages'
import { parseBrought } from '@/lib/live/positions'
import { createTestTimer } from '../cache/instance'
import { createModelledStreams } from './modelled-streams'

export const [clientId, engagementId, userId] = ['acme', 'erp', 'ana']
export const acme = clientNamespace(clientId)
export const flow = (row: string) => encodeTag(acme, 'flow', engagementId, row)
/** Ana's memberships. */
export const member = encodeTag(globalNamespace, 'membership', userId)
export const ana: Hearer = { userId, isAdmin: false, places: [{ clientId, engagementId }] }

/** A message as it stands on the wire. */
interface Told {
  event: string
  id: string
  data: { changes?: Change[]; resumed?: boolean; why?: string }
}

function parse(text: string): Told[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      return { event: field('event'), id: field('id'), data: JSON.parse(field('data')) }
    })
}

/**
 * A hub over modelled streams, and a clock that the test moves.
 * @param most events of one stream that come at one time
 */
export function openHub(most?: number) {
  const streams = createModelledStreams(most)
  const { timer, advance } = createTestTimer()
  const hub = createHub({ streams, timer, random: () => 0.5 })

  /** Somebody who listens. */
  function join(settings: Partial<Joining> & { after?: string; ago?: string } = {}) {
    const told: Told[] = []
    const state = { isReady: true, isEnded: false }
    const { after, ago, ...given } = settings
    const audience = audienceOf(ana)
    const listening = hub.listen({
      person: userId,
      lifetime: 3_600_000,
      isOn: () => true,
      audience,
      brought: parseBrought(after === undefined ? [] : [after], ago),
      recheck: async () => audience,
      sink: {
        isReady: () => state.isReady && !state.isEnded,
        write: (text) => told.push(...parse(text)),
        end: () => {
          state.isEnded = true
        },
      },
      ...given,
    })
    return {
      state,
      told,
      ...listening,
      names: () => told.map(({ event }) => event).filter((event) => event !== 'beat'),
      facts: () =>
        told.flatMap(({ event, data }) =>
          event === 'change' ? (data.changes ?? []).flatMap(({ tags }) => tags) : [],
        ),
      /** As a browser keeps it: what says nothing of it leaves it as it was. */
      last: () => told.findLast(({ id }) => id !== '')?.id ?? '',
    }
  }
  /** Until everything that is due now has been told. */
  const soon = async () => {
    await advance(30)
    await advance(30)
  }
  return { streams, hub, join, advance, soon }
}
