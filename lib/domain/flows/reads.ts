import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { isUuid } from '@/lib/base/ids'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement } from '../tenancy/caching'
import { findFlow, findPulse, listFlowHistory } from './queries'
import type { FlowHistoryEntry, FlowPulse, FlowView } from './schema'

/** One flow with its phases; null when the engagement has none of that id. */
export const flowPage = defineRead<ReadSources, EngagementKey, { flowId: string }, FlowView | null>(
  {
    name: 'flows.page',
    load: async ({ tenant }, key, { flowId }) =>
      isUuid(flowId) ? findFlow(key, tenant, flowId) : null,
    caching: keptForEngagement({
      version: 1,
      life: 'flow',
      tags: (key, { flowId }) => [...tagsOf.flow(key).row(flowId), ...tagsOf.personName.list()],
    }),
  },
)

/** Whether a flow is being driven: never kept, because a heartbeat announces nothing. */
export const flowPulse = defineRead<
  ReadSources,
  EngagementKey,
  { flowId: string },
  FlowPulse | null
>({
  name: 'flows.pulse',
  load: async ({ tenant }, key, { flowId }) =>
    isUuid(flowId) ? findPulse(key, tenant, flowId) : null,
})

/** Every change of a flow's phases, oldest first; null when there is no such flow. */
export const flowHistory = defineRead<
  ReadSources,
  EngagementKey,
  { flowId: string },
  FlowHistoryEntry[] | null
>({
  name: 'flows.history',
  load: async ({ tenant }, key, { flowId }) =>
    isUuid(flowId) ? listFlowHistory(key, tenant, flowId) : null,
  caching: keptForEngagement({
    version: 1,
    life: 'flow',
    tags: (key, { flowId }) => [...tagsOf.flow(key).row(flowId), ...tagsOf.personName.list()],
  }),
})
