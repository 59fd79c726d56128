import { engagementDirectory } from '@/lib/domain/tenancy/reads'
import { userContext } from '@/lib/domain/users/reads'
import { type Caching, legacySeconds } from '@/lib/http/cache-control'
import {
  type Askers,
  type RouteEntry,
  type RoutePolicy,
  routePolicy,
} from '@/lib/http/route-policy'
import { type RouteRead, uses } from './route-read'

/** What the old system kept of the route's kind; none when it kept nothing of it. */
type Legacy = keyof typeof legacySeconds | 'nothing'

export function personal(legacy: Legacy): Caching {
  return {
    kind: 'personal',
    legacySeconds: legacy === 'nothing' ? null : legacySeconds[legacy],
  }
}

/** The reads of every answer to somebody who is signed in, frame included. */
export function readsOfPerson({ userId, isAdmin }: NonNullable<Askers['user']>): RouteRead[] {
  const context = uses(userContext, { userId }, null)
  return isAdmin ? [context, uses(engagementDirectory, 'platform', null)] : [context]
}

/** A route that nobody keeps: what writes, leads on, or is asked for to learn of this moment. */
export function never(pattern: string): RouteEntry<RouteRead> {
  return routePolicy(pattern, {
    asker: 'anybody',
    caching: { kind: 'never' },
    answers304: 'never',
    reads: () => [],
  })
}

type Signed = 'pending' | 'user' | 'admin' | 'member'

/** A route of somebody who is signed in; the reads of its frame are added. */
export function signedRoute<Pattern extends string, Who extends Signed>(
  pattern: Pattern,
  policy: RoutePolicy<Pattern, Who, RouteRead>,
): RouteEntry<RouteRead> {
  return routePolicy<Pattern, Who, RouteRead>(pattern, {
    ...policy,
    reads: (path, asker) => [...policy.reads(path, asker), ...readsOfPerson(asker)],
  })
}

/** A page that nobody keeps although it shows what is read: who looks at it hears of its changes. */
export function unkept<Pattern extends string, Who extends Signed>(
  pattern: Pattern,
  policy: Pick<RoutePolicy<Pattern, Who, RouteRead>, 'asker' | 'capability' | 'reads'>,
): RouteEntry<RouteRead> {
  return signedRoute<Pattern, Who>(pattern, {
    ...policy,
    caching: { kind: 'never' },
    answers304: 'never',
  })
}
