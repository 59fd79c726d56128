import * as z from 'zod'
import { exitCodes, ImportFailure } from './failure'
import type { SiteClient } from './site-client'

const flowAnswer = z.object({
  phase: z.string(),
  status: z.string(),
  progress: z.object({ done: z.number(), total: z.number() }),
  failure: z.object({ reason: z.string(), remedy: z.string().optional() }).nullish(),
})

export type FlowState = z.infer<typeof flowAnswer>

/** Pauses between two looks grow with the time in which nothing moved, to a fifth of it. */
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 500
/** A flow that does not move for so long needs a person. */
const PATIENCE = 10 * 60_000
/** Approving once is enough; a second time covers a flow that was just about to wait. */
const APPROVALS = 3

export type Following = {
  site: SiteClient
  /** `/api/CLIENT/ENGAGEMENT` */
  basePath: string
  flowId: string
  approveAll: boolean
  onChange: (flow: FlowState) => void
  sleep: (milliseconds: number) => Promise<void>
  now: () => number
}

/**
 * Watches a flow until it ends or waits for a person.
 * @returns the flow's last state and the exit status that goes with it
 * @throws ImportFailure when the flow does not move any more
 */
export async function followFlow(following: Following): Promise<{ flow: FlowState; exit: number }> {
  const { site, basePath, flowId, approveAll, onChange, sleep, now } = following
  const path = `${basePath}/flows/${flowId}`
  let seen = ''
  let movedAt = now()
  let pause = FIRST_PAUSE
  let approvals = 0
  for (;;) {
    const flow = await site.get(path, flowAnswer)
    const state = JSON.stringify(flow)
    if (state !== seen) {
      onChange(flow)
      seen = state
      movedAt = now()
      pause = FIRST_PAUSE
    }
    if (flow.status === 'waiting_for_approval' && approveAll && approvals < APPROVALS) {
      approvals += 1
      await site.post(`${path}/mappings/approve`, { all: true })
    } else {
      const exit = exitOf(flow.status)
      if (exit !== null) return { flow, exit }
    }
    if (now() - movedAt > PATIENCE) throw stalled(flow)
    await sleep(pause)
    pause = Math.min(LONGEST_PAUSE, pause * 1.2)
  }
}

/** Null while the flow is on its way. */
function exitOf(status: string): number | null {
  if (status === 'completed') return exitCodes.completed
  if (status === 'failed' || status === 'cancelled') return exitCodes.failed
  if (status === 'waiting_for_approval' || status === 'paused') return exitCodes.waiting
  return null
}

function stalled({ phase, status }: FlowState): ImportFailure {
  const words = `The flow has not moved for ten minutes (${phase}, ${status}). Look at its page.`
  return new ImportFailure('stalled', words)
}
