'use client'

import { useState, useTransition } from 'react'
import { toastDone, toastFailure } from '@/components/feedback/toast'
import type { Result } from '@/lib/base/result'
import type { DecideMappings, MappingsDecided, MappingView } from '@/lib/domain/mapping/page/schema'

export type Decide = (
  previous: null,
  input: Record<string, unknown>,
) => Promise<Result<MappingsDecided>>

export interface DecisionActions {
  approve: Decide
  reject: Decide
  change: Decide
}

/** Sends decisions and says what became of them; `busy` until the page shows the new state. */
export function useMappingDecisions(flowId: string, actions: DecisionActions) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [busy, startDecision] = useTransition()

  const run = (
    action: Decide,
    input: Record<string, unknown>,
    said: (done: MappingsDecided) => string,
  ) =>
    startDecision(async () => {
      const result = await action(null, { flowId, ...input })
      if (!result.ok) return toastFailure(result.message)
      setSelected(new Set())
      const { continues } = result.data
      toastDone(result, said(result.data), continues ? 'The flow goes on.' : undefined)
    })

  return {
    busy,
    selected,
    toggle: (id: string) => {
      const after = new Set(selected)
      if (!after.delete(id)) after.add(id)
      setSelected(after)
    },
    clear: () => setSelected(new Set()),
    decide: (kind: 'approve' | 'reject', which: DecideMappings['which']) => {
      const word = kind === 'approve' ? 'approved' : 'rejected'
      run(actions[kind], { which }, ({ decided }) =>
        decided === 1 ? `1 column ${word}` : `${decided} columns ${word}`,
      )
    },
    change: (mapping: MappingView, attribute: string | null) =>
      run(
        actions.change,
        { mappingId: mapping.mappingId, attribute, version: mapping.version },
        () => `${mapping.header} changed`,
      ),
  }
}
