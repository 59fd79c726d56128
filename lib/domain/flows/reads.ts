import type { ReadSources } from '@/db/client'
import { isUuid } from '@/lib/base/ids'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { findFlow, listFlowHistory, listFlows } from './queries'
import type { FlowHistoryEntry, FlowSummary, FlowView } from './schema'

/** One flow with its phases; null when the engagement has none of that id. */
export const flowPage = defineRead<ReadSources, EngagementKey, { flowId: string }, FlowView | null>(
  {
    name: 'flows.page',
    load: async ({ tenant }, key, { flowId }) =>
      isUuid(flowId) ? findFlow(key, tenant, flowId) : null,
  },
)

/** The newest flows of the engagement. */
export const recentFlows = defineRead<
  ReadSources,
  EngagementKey,
  { before?: string; limit: number },
  FlowSummary[]
>({
  name: 'flows.recent',
  load: ({ tenant }, key, input) => listFlows(key, tenant, input),
})

/** Every change of a flow's phases, oldest first. */
export const flowHistory = defineRead<
  ReadSources,
  EngagementKey,
  { flowId: string },
  FlowHistoryEntry[]
>({
  name: 'flows.history',
  load: async ({ tenant }, key, { flowId }) =>
    isUuid(flowId) ? listFlowHistory(key, tenant, flowId) : [],
})
