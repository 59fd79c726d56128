import type { ReadSources } from '@/db/client'
import { defineRead } from '@/lib/cache/read-policy'
import { listClientAccounts } from '@/lib/domain/tenancy/list-client-accounts'
import type { ClientAccountEntry } from '@/lib/domain/tenancy/schema'
import { listFlagChanges } from './queries'
import type { FlagChange } from './schema'

/** Not cached: it is looked at to learn what holds this moment, and by few. */
export const flagHistory = defineRead<ReadSources, 'platform', { limit: number }, FlagChange[]>({
  name: 'flags.history',
  load: ({ platform }, _key, { limit }) => listFlagChanges(platform, limit),
})

/** Every client account, from the database: what it says must not hang on the path that is judged. */
export const flagAudience = defineRead<ReadSources, 'platform', null, ClientAccountEntry[]>({
  name: 'flags.audience',
  load: ({ platform }) => listClientAccounts(platform),
})
