'use client'

import { useCallback, useMemo, useState } from 'react'
import { useViewState } from '@/components/data/view-state'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { isUndecided } from '../_state/columns'

/**
 * Chosen columns; one that is decided meanwhile, by whomever, is not chosen any more. The choice is
 * there again when the person comes back.
 * @param flowId whose columns they are
 */
export function useSelection(flowId: string, columns: readonly MappingView[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = useMemo(
    () => columns.filter((column) => chosen.has(column.mappingId) && isUndecided(column)),
    [columns, chosen],
  )
  const kept = useMemo(() => [...chosen], [chosen])
  useViewState<string[]>(`mapping ${flowId} selection`, 1, kept, (before) => {
    setChosen(new Set(before))
  })
  const ids = useMemo(() => new Set(selected.map(({ mappingId }) => mappingId)), [selected])
  return {
    selected,
    ids,
    toggle: useCallback((id: string) => {
      setChosen((now) => {
        const after = new Set(now)
        if (!after.delete(id)) after.add(id)
        return after
      })
    }, []),
    /** What was decided is not chosen any more, even when the decision is taken back. */
    drop: useCallback((some: readonly MappingView[]) => {
      const gone = new Set(some.map(({ mappingId }) => mappingId))
      setChosen((now) => new Set([...now].filter((id) => !gone.has(id))))
    }, []),
    choose: useCallback((some: readonly MappingView[]) => {
      setChosen(new Set(some.map(({ mappingId }) => mappingId)))
    }, []),
  }
}
