'use client'

import { useTransition } from 'react'
import { runAction } from '@/components/data/run-action'
import { toastDone, toastRefusal } from '@/components/feedback/toast'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/base/result'
import type { FlowAction, FlowView } from '@/lib/domain/flows/schema'

export type ControlFlow = (
  previous: null,
  input: Record<string, unknown>,
) => Promise<Result<unknown>>

const words: Record<FlowAction, string> = {
  pause: 'Pause',
  resume: 'Resume',
  retry: 'Try again',
  cancel: 'Cancel',
}

/** What a person may tell the flow to do now. */
export function FlowControls({
  flow,
  controls,
}: {
  flow: Pick<FlowView, 'flowId' | 'version' | 'actions'>
  controls: Record<FlowAction, ControlFlow>
}) {
  const [busy, start] = useTransition()
  const run = (action: FlowAction) =>
    start(async () => {
      const result = await runAction(() => controls[action](null, { flowId: flow.flowId }))
      if (result.ok) toastDone(result)
      else toastRefusal(result, () => run(action))
    })
  return flow.actions.map((action) => (
    <Button
      key={action}
      variant={action === 'retry' ? 'primary' : 'secondary'}
      disabled={busy}
      onClick={() => run(action)}
    >
      {words[action]}
    </Button>
  ))
}
