import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForSite } from './caching'
import { findClientAccount, listClientAccounts } from './list-client-accounts'
import { findEngagement, listEngagements } from './queries'
import type {
  ClientAccountDetail,
  ClientAccountEntry,
  EngagementAddress,
  EngagementEntry,
} from './schema'

/** The namespace of what belongs to the platform and to no client account. */
export type PlatformKey = 'platform'

const directory = [...tagsOf.engagement.list(), ...tagsOf.clientAccount.list()]

/** Every engagement there is; only administrators are shown it. */
export const engagementDirectory = defineRead<ReadSources, PlatformKey, null, EngagementEntry[]>({
  name: 'tenancy.directory',
  load: ({ platform }) => listEngagements(platform),
  caching: keptForSite({ version: 1, life: 'directory', tags: () => directory }),
})

/** The engagement at an address; null when there is none. */
export const engagementAt = defineRead<
  ReadSources,
  PlatformKey,
  EngagementAddress,
  EngagementEntry | null
>({
  name: 'tenancy.engagement',
  load: ({ platform }, _key, address) => findEngagement(platform, address),
  caching: keptForSite({ version: 1, life: 'directory', tags: () => directory }),
})

/** Every client account there is, for administrators. */
export const clientAccountList = defineRead<ReadSources, PlatformKey, null, ClientAccountEntry[]>({
  name: 'tenancy.client-accounts',
  load: ({ platform }) => listClientAccounts(platform),
  caching: keptForSite({ version: 1, life: 'directory', tags: () => directory }),
})

/** The client account at an address with all its engagements, for administrators; null when not there. */
export const clientAccountAt = defineRead<
  ReadSources,
  PlatformKey,
  { client: string },
  ClientAccountDetail | null
>({
  name: 'tenancy.client-account',
  load: ({ platform }, _key, { client }) => findClientAccount(platform, client),
  caching: keptForSite({
    version: 1,
    life: 'directory',
    tags: () => [...directory, ...tagsOf.membership.list()],
  }),
})
