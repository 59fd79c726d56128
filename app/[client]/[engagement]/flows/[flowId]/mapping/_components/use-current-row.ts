'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { useFocusInside } from '@/components/keyboard/use-focus-inside'
import { type ColumnsByLane, type Lane, lanes } from '../_state/columns'

interface Place {
  mappingId: string
  lane: Lane
  index: number
}

/**
 * Which row the keys are at. When it leaves its lane, whoever moved it, the row that takes its place
 * is the current one, and has the focus if it had it: nobody loses their place in the list.
 */
export function useCurrentRow(sorted: ColumnsByLane) {
  const [currentId, setCurrentId] = useState<string | null>(null)
  const place = useRef<Place | null>(null)
  const { isLost, around } = useFocusInside()
  const wanted = useRef(false)

  useLayoutEffect(() => {
    const before = place.current
    const now = placeOf(sorted, currentId)
    if (before?.mappingId === currentId && now?.lane !== before.lane) {
      wanted.current ||= isLost()
      const index = Math.min(before.index, sorted[before.lane].length - 1)
      const next = sorted[before.lane][index]
      if (next) {
        setCurrentId(next.mappingId)
        return
      }
    }
    place.current = now
    if (!wanted.current || currentId === null) return
    wanted.current = false
    const row = document.querySelector<HTMLElement>(`[data-mapping="${currentId}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  })

  const focus = (mappingId: string) => {
    wanted.current = true
    setCurrentId(mappingId)
  }
  return {
    currentId,
    focus,
    move(step: 1 | -1) {
      const rows = lanes.filter(isShown).flatMap((lane) => sorted[lane])
      const at = rows.findIndex(({ mappingId }) => mappingId === currentId)
      const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]
      if (next) focus(next.mappingId)
    },
    /** For a row: it has the focus now. */
    onRowFocus: setCurrentId,
    /** For the element around all rows. */
    around,
  }
}

function placeOf(sorted: ColumnsByLane, mappingId: string | null): Place | null {
  for (const lane of lanes) {
    const index = sorted[lane].findIndex((column) => column.mappingId === mappingId)
    if (mappingId !== null && index >= 0) return { mappingId, lane, index }
  }
  return null
}

/** On a small screen one lane is shown at a time. */
const isShown = (lane: Lane) => document.getElementById(`lane-${lane}`)?.offsetParent !== null
