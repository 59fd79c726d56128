import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { isUuid } from '@/lib/base/ids'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement } from '../tenancy/caching'
import { countColumns } from './mapping-statistics'
import type { MappingPage, MappingStatistics } from './page/schema'
import { findMappingPage, listMappings } from './queries'

/** A flow's columns with all that the mapping page shows; null when there is no such flow. */
export const mappingPage = defineRead<
  ReadSources,
  EngagementKey,
  { flowId: string },
  MappingPage | null
>({
  name: 'mapping.page',
  load: async ({ tenant }, key, { flowId }) =>
    isUuid(flowId) ? findMappingPage(key, tenant, flowId) : null,
  caching: keptForEngagement({
    version: 1,
    life: 'fieldMappings',
    tags: (key, { flowId }) => [
      ...tagsOf.mapping(key).row(flowId),
      ...tagsOf.flow(key).row(flowId),
      ...tagsOf.personName.list(),
    ],
  }),
})

/** How the columns of a flow stand. */
export const mappingStatistics = defineRead<
  ReadSources,
  EngagementKey,
  { flowId: string },
  MappingStatistics
>({
  name: 'mapping.statistics',
  load: async ({ tenant }, key, { flowId }) =>
    countColumns(isUuid(flowId) ? await listMappings(key, tenant, flowId) : []),
  caching: keptForEngagement({
    version: 1,
    life: 'mappingResult',
    tags: (key, { flowId }) => tagsOf.mapping(key).row(flowId),
  }),
})
