import { findFlow, findPulse } from '@/lib/domain/flows/queries'
import type { World } from './world'

/** A flow as its progress endpoint shows it while it runs: its state with its signs of life. */
export async function liveFlow({ analyst, app }: World, flowId: string) {
  const flow = await findFlow(analyst, app, flowId)
  const pulse = await findPulse(analyst, app, flowId)
  return flow && pulse && { ...flow, ...pulse }
}
