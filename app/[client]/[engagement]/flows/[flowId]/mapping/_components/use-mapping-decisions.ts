'use client'

import { useState, useTransition } from 'react'
import { toastDone, toastFailure } from '@/components/feedback/toast'
import type { ConflictSide } from '@/components/forms/conflict-dialog'
import { newerStateOf } from '@/lib/base/conflict'
import type { Failure, Result } from '@/lib/base/result'
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

interface MappingConflict {
  mapping: MappingView
  mine: string | null
  theirs: string | null
  /** From which the column can be changed again. */
  version: number
}

/** Sends decisions and says what became of them; `busy` until the page shows the new state. */
export function useMappingDecisions(flowId: string, actions: DecisionActions) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [busy, startDecision] = useTransition()

  const [conflict, setConflict] = useState<MappingConflict | null>(null)

  const run = (
    action: Decide,
    input: Record<string, unknown>,
    said: (done: MappingsDecided) => string,
    onRefusal: (refusal: Failure) => void = ({ message }) => toastFailure(message),
  ) =>
    startDecision(async () => {
      const result = await action(null, { flowId, ...input })
      if (!result.ok) return onRefusal(result)
      setSelected(new Set())
      const { continues } = result.data
      toastDone(result, said(result.data), continues ? 'The flow goes on.' : undefined)
    })

  /** @param version of the column that the person saw */
  const change = (mapping: MappingView, attribute: string | null, version = mapping.version) =>
    run(
      actions.change,
      { mappingId: mapping.mappingId, attribute, version },
      () => `${mapping.header} changed`,
      (refusal) => {
        const newer = refusal.code === 'conflict' ? newerStateOf(refusal) : null
        if (newer === null) return toastFailure(refusal.message)
        const { attribute: theirs } = newer.values
        if (theirs === attribute) return toastFailure('Somebody else chose the same meanwhile.')
        setConflict({
          mapping,
          mine: attribute,
          theirs: typeof theirs === 'string' ? theirs : null,
          version: newer.version,
        })
      },
    )

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
    change,
    /** What somebody else made of a column meanwhile; the person has to choose. */
    conflict,
    settle: (side: ConflictSide | null) => {
      setConflict(null)
      if (side === 'mine' && conflict) change(conflict.mapping, conflict.mine, conflict.version)
    },
  }
}
