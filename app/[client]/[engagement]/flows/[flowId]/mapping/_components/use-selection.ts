'use client'

import { useCallback, useMemo, useState } from 'react'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { isUndecided } from '../_state/columns'

/** Chosen columns; one that is decided meanwhile, by whomever, is not chosen any more. */
export function useSelection(columns: readonly MappingView[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = useMemo(
    () => columns.filter((column) => chosen.has(column.mappingId) && isUndecided(column)),
    [columns, chosen],
  )
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
    choose: useCallback((some: readonly MappingView[]) => {
      setChosen(new Set(some.map(({ mappingId }) => mappingId)))
    }, []),
  }
}
