import type { ReadSources } from '@/db/client'
import { defineRead } from '@/lib/cache/read-policy'
import { findEngagement, listEngagements } from './queries'
import type { EngagementAddress, EngagementEntry } from './schema'

/** The namespace of what belongs to the platform and to no client account. */
export type PlatformKey = 'platform'

/** Every engagement there is; only administrators are shown it. */
export const engagementDirectory = defineRead<ReadSources, PlatformKey, null, EngagementEntry[]>({
  name: 'tenancy.directory',
  load: ({ platform }) => listEngagements(platform),
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
})
