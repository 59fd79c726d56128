import 'server-only'
import type { Scope } from '@/lib/base/scope'
import { flowPage, flowPulse } from '@/lib/domain/flows/reads'
import type { LiveFlowView } from '@/lib/domain/flows/schema'
import { read } from './read'

/** A flow, and while it runs its signs of life; null when the engagement has none of that id. */
export async function readLiveFlow(scope: Scope, flowId: string): Promise<LiveFlowView | null> {
  const flow = await read(flowPage, scope, { flowId })
  if (!flow) return null
  const pulse = flow.status === 'running' ? await read(flowPulse, scope, { flowId }) : null
  return { ...flow, heartbeatAt: pulse?.heartbeatAt ?? null, due: pulse?.due ?? false }
}
