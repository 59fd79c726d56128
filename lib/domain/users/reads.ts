import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { digestToken } from '@/lib/auth/one-time-token'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForSite } from '../tenancy/caching'
import { findPerson } from './find-person'
import {
  findLatestRequest,
  findUsableReset,
  findUserContext,
  listPendingRequests,
  listUsers,
} from './queries'
import type {
  AccessRequestState,
  PendingRequest,
  Person,
  UserContext,
  UserPage,
  UserStatus,
} from './schema'

/** The namespace of a person's own reads. */
export interface UserKey {
  readonly userId: string
}

/** The namespace of what belongs to the platform and to no client account. */
type PlatformKey = 'platform'

/** Client accounts and engagements are shown by name. */
const places = [...tagsOf.engagement.list(), ...tagsOf.clientAccount.list()]

/** Who a person is and what they may enter; null when there is no such person. */
export const userContext = defineRead<ReadSources, UserKey, null, UserContext | null>({
  name: 'users.context',
  load: ({ platform }, key) => findUserContext(key.userId, platform),
  caching: keptForSite({
    version: 2,
    life: 'userContext',
    tags: ({ userId }) => [
      ...tagsOf.user.row(userId),
      ...tagsOf.membership.row(userId),
      ...tagsOf.userDefaults.row(userId),
      ...places,
    ],
  }),
})

/** How a person's latest request for access stands; null when there never was one. */
export const latestRequest = defineRead<ReadSources, UserKey, null, AccessRequestState | null>({
  name: 'users.latest-request',
  load: ({ platform }, key) => findLatestRequest(key.userId, platform),
  caching: keptForSite({
    version: 1,
    life: 'people',
    tags: ({ userId }) => tagsOf.accessRequest.row(userId),
  }),
})

/** The requests that wait for an administrator, the oldest first. */
export const pendingRequests = defineRead<ReadSources, PlatformKey, null, PendingRequest[]>({
  name: 'users.pending-requests',
  load: ({ platform }) => listPendingRequests(platform),
  caching: keptForSite({
    version: 1,
    life: 'people',
    tags: () => [...tagsOf.accessRequest.list(), ...tagsOf.user.list()],
  }),
})

/** A page of people by name; `after` is the cursor that the page before gave. */
export const userDirectory = defineRead<
  ReadSources,
  PlatformKey,
  { search: string; status: UserStatus | null; after: string | null },
  UserPage
>({
  name: 'users.directory',
  load: ({ platform }, _key, input) => listUsers(platform, input),
  caching: keptForSite({
    version: 1,
    life: 'people',
    tags: () => [...tagsOf.user.list(), ...tagsOf.membership.list(), ...places],
  }),
})

/** One person for the administrators' page of them; null when there is no such person. */
export const personById = defineRead<ReadSources, PlatformKey, { userId: string }, Person | null>({
  name: 'users.person',
  load: ({ platform }, _key, { userId }) => findPerson(platform, userId),
  caching: keptForSite({
    version: 1,
    life: 'people',
    tags: (_key, { userId }) => [
      ...tagsOf.user.row(userId),
      ...tagsOf.membership.row(userId),
      ...tagsOf.userDefaults.row(userId),
      ...places,
    ],
  }),
})

/**
 * Whether a one-time link could still be used. Never kept: it is asked once, must not outlive the
 * link by a moment, and its answer depends on the time.
 */
export const usableResetLink = defineRead<ReadSources, PlatformKey, { token: string }, boolean>({
  name: 'users.usable-reset-link',
  load: ({ platform }, _key, { token }) => findUsableReset(platform, digestToken(token)),
})
