import type { ReadSources } from '@/db/client'
import { defineRead } from '@/lib/cache/read-policy'
import { listFlagChanges } from './queries'
import type { FlagChange } from './schema'

/** Not cached: it is looked at to learn what holds this moment, and by few. */
export const flagHistory = defineRead<ReadSources, 'platform', { limit: number }, FlagChange[]>({
  name: 'flags.history',
  load: ({ platform }, _key, { limit }) => listFlagChanges(platform, limit),
})
