'use client'

import { memo, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { type DrawnRow, drawnRows } from '../_state/drawn-rows'
import { type CardActions, MappingCard } from './mapping-card'
import { useRowHeight } from './use-row-height'
import { atFirst, useVisibleRows } from './use-visible-rows'

export interface LaneRowsProps {
  columns: readonly MappingView[]
  /** An attribute's name in words. */
  words: (attribute: string | null) => string
  open: boolean
  /** The row that the keys are at. */
  currentId: string | null
  selected: ReadonlySet<string>
  settling: ReadonlySet<string>
  /** Those that came from another lane just now. */
  moved: ReadonlySet<string>
  /** Who else is at which column. */
  claims: ReadonlyMap<string, string>
  actions: CardActions
  onFocus: (mappingId: string) => void
}

/** A lane's columns. Only those in sight are drawn, however many there are. */
export const LaneRows = memo(function LaneRows({ columns, currentId, ...rest }: LaneRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const rowHeight = useRowHeight(list)
  const range = useVisibleRows(list, rowHeight)
  const current = columns.findIndex(({ mappingId }) => mappingId === currentId)
  const { rows, below } = drawnRows(columns.length, range, current)
  // The first drawing is the server's, whose markup may carry no styles.
  const space = (rowsOfIt: number) =>
    range === atFirst ? undefined : rowsOfIt * rowHeight || undefined
  return (
    <ul ref={list} className="flex flex-col" style={styleOf({ paddingBottom: space(below) })}>
      {rows.map(({ index, above }: DrawnRow) => {
        const mapping = columns[index]
        if (!mapping) return null
        const { mappingId, position, header } = mapping
        return (
          <li
            key={mappingId}
            id={`column-${position}`}
            data-mapping={mappingId}
            aria-label={`Column ${header}`}
            aria-setsize={columns.length}
            aria-posinset={index + 1}
            aria-current={index === current || undefined}
            tabIndex={index === Math.max(0, current) ? 0 : -1}
            onFocus={() => rest.onFocus(mappingId)}
            style={styleOf({ marginTop: space(above) })}
            className={cn(
              'group scroll-my-2 pb-2 outline-none max-lg:scroll-mt-40',
              rest.moved.has(mappingId) && 'animate-appear',
            )}
          >
            <MappingCard
              mapping={mapping}
              target={rest.words(mapping.state === 'rejected' ? null : mapping.attribute)}
              open={rest.open}
              settling={rest.settling.has(mappingId)}
              current={index === current}
              selected={rest.selected.has(mappingId)}
              claimedBy={rest.claims.get(mappingId) ?? null}
              actions={rest.actions}
            />
          </li>
        )
      })}
    </ul>
  )
})

function styleOf(style: Record<string, number | undefined>) {
  return Object.values(style).some((value) => value !== undefined) ? style : undefined
}
