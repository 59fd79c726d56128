import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement } from '../tenancy/caching'
import { listViews } from './queries'
import type { SavedView, ViewsOf } from './schema'

/** The views of a list that somebody may choose from: their own and the shared ones. */
export const savedViews = defineRead<ReadSources, EngagementKey, ViewsOf, SavedView[]>({
  name: 'views.saved',
  load: ({ tenant }, key, of) => listViews(key, tenant, of),
  caching: keptForEngagement({
    version: 1,
    life: 'inventory',
    tags: (key) => [...tagsOf.savedView(key).list(), ...tagsOf.personName.list()],
  }),
})
