'use client'

import { useMemo, useReducer, useRef, useState } from 'react'
import { usePlace } from '@/components/data/place'
import { useRead } from '@/components/data/use-read'
import type { MappingPage, MappingView } from '@/lib/domain/mapping/page/schema'
import { beginBoard, boardAfter, settlingColumns, shownColumns } from '../_state/board'
import { byLane, type ColumnsByLane, findColumns, laneOf } from '../_state/columns'
import { newsOf } from '../_state/news'

type MappingData = Omit<MappingPage, 'attributes'>

/**
 * The columns as they are known here, kept up with the server's, and what a search leaves of them.
 * @param page as the server rendered it
 * @param address of the columns in the API
 */
export function useBoard(page: MappingPage, address: string, search: string) {
  const me = usePlace().user.name
  const reading = useRead<MappingData>(address, { fallback: page, read: 'mapping.page' })
  const { data = page, refresh } = reading
  const [board, tell] = useReducer(boardAfter, data.columns, beginBoard)
  const [read, setRead] = useState(data)
  const [news, setNews] = useState('')
  if (read !== data) {
    setRead(data)
    setNews(newsOf(board.known, data.columns, me) ?? news)
    tell({ kind: 'read', columns: data.columns })
  }
  const all = useMemo(() => shownColumns(board), [board])
  const settling = useMemo(() => settlingColumns(board), [board])
  const found = useMemo(
    () => findColumns(all, search, page.attributes),
    [all, search, page.attributes],
  )
  return {
    all,
    found,
    sorted: useLanes(found),
    moved: useMoved(all),
    /** What others did, in words. */
    news,
    settling,
    open: data.open,
    identityMissing: data.identityMissing,
    failure: reading.failure,
    tell,
    refresh,
  }
}

/** Columns by lane; a lane in which nothing changed is drawn no more than once. */
function useLanes(columns: ReturnType<typeof findColumns>): ColumnsByLane {
  const latest = useRef<ColumnsByLane>(undefined)
  return useMemo(() => {
    latest.current = byLane(columns, latest.current)
    return latest.current
  }, [columns])
}

/** Ids of the columns that the newest change brought into another lane. */
function useMoved(columns: readonly MappingView[]): ReadonlySet<string> {
  const latest = useRef<ReadonlyMap<string, string>>(undefined)
  return useMemo(() => {
    const before = latest.current
    const lanesNow = new Map(columns.map((column) => [column.mappingId, laneOf(column)]))
    latest.current = lanesNow
    const moved = [...lanesNow].filter(([id, lane]) => before && before.get(id) !== lane)
    return new Set(moved.map(([id]) => id))
  }, [columns])
}
