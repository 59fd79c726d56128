import 'server-only'
import { createRecent } from '@/lib/base/recent'
import type { Tag } from '@/lib/base/tag'
import { validatedTags } from '@/lib/http/route-policy'
import {
  type Admitted,
  admit,
  findEngagement,
  type LookAhead,
  readsFor,
  type SignedAsker,
  whoAsks,
} from './admit'
import type { RouteRead } from './route-read'

/** Who asked lately, so that facts can be looked at in the same trip as the asker. */
const known = createRecent<SignedAsker>(10_000)

/** What stands under tags, in their order; null when Redis does not answer. */
export type Versions = readonly (string | null)[] | null

/** What there is to know before a page or a handler runs. */
export interface Foreseen extends Admitted {
  sessionVersion: number
  reads: readonly RouteRead[]
  tags: readonly Tag[]
  clientId: string | null
  /** Of the tags, at one moment; null when nobody knows. */
  versions(): Promise<Versions>
}

/**
 * Finds out who asks and whether the route lets them in; null when it does not. Where they were seen
 * before, the versions come along in the same trip.
 */
export async function foresee(look: LookAhead): Promise<Foreseen | null> {
  const { route, claims, address, reads } = look
  const name = `${claims.userId} ${route.asker === 'member' ? `${address.client}/${address.engagement}` : ''}`
  const guess = known.get(name)
  const early = guess && lookEarly(look, guess)
  const user = await whoAsks(look)
  const admitted = user && (await admit(look, user))
  if (!user || !admitted) return null
  known.put(name, admitted.asker)
  const own = readsFor(route, admitted.asker)
  const tags = validatedTags(own)
  return {
    ...admitted,
    sessionVersion: user.sessionVersion,
    reads: own,
    tags,
    clientId: clientOf(admitted.asker),
    versions: () =>
      early && sameTags(early.tags, tags) ? early.versions : reads.versions.look(tags),
  }
}

const clientOf = (asker: SignedAsker) => ('clientId' in asker ? asker.clientId : null)

/** Asks for what will be needed if it is who it was the last time; in one tick with the asker. */
function lookEarly(look: LookAhead, guess: SignedAsker) {
  const { route, reads, flags } = look
  if (route.asker === 'member' && guess.isAdmin) {
    // The same read a moment later is this one; if it breaks, it breaks there.
    findEngagement(look).catch(() => undefined)
  }
  if (!flags.httpValidators(clientOf(guess))) return undefined
  const tags = validatedTags(readsFor(route, guess))
  return { tags, versions: reads.versions.look(tags) }
}

function sameTags(some: readonly Tag[], others: readonly Tag[]): boolean {
  return some.length === others.length && some.every((tag, index) => tag === others[index])
}
