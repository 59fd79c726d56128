'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { useViewState } from '@/components/data/view-state'
import { cn } from '@/components/ui/cn'
import { type Lane, laneTitles } from '../_state/columns'
import { LaneRows, type LaneRowsProps } from './lane-rows'

interface MappingLaneProps extends LaneRowsProps {
  flowId: string
  lane: Lane
  /** Whether a small screen shows it. */
  shown: boolean
  search: string
}

/** One of the three lanes. On a wide screen it scrolls by itself. */
export function MappingLane({ flowId, lane, shown, search, currentId, ...rows }: MappingLaneProps) {
  // The other lanes are not drawn anew when the keys move.
  const hasCurrent = rows.columns.some(({ mappingId }) => mappingId === currentId)
  const scroller = useScrollPlace(`mapping ${flowId} ${lane}`, search)
  const { title, empty } = laneTitles[lane]
  const count = rows.columns.length
  return (
    <section
      id={`lane-${lane}`}
      aria-labelledby={`lane-${lane}-title`}
      className={cn('min-w-0', !shown && 'max-lg:hidden')}
    >
      <h2
        id={`lane-${lane}-title`}
        className="mb-2 flex items-center gap-2 font-semibold max-lg:sr-only"
      >
        {title}
        <span
          key={count}
          className={cn(
            'tabular rounded-full bg-hover px-2 font-normal text-ink-muted text-xs',
            rows.moved.size > 0 && 'animate-appear',
          )}
        >
          {count}
        </span>
      </h2>
      {count === 0 && (
        <p className="rounded-md border border-dashed p-4 text-ink-muted text-sm">
          {search.trim() !== '' ? 'No column here matches the search.' : empty}
        </p>
      )}
      <div
        {...scroller}
        data-lane={lane}
        className="lg:-mx-1 lg:h-[calc(100dvh-9.5rem)] lg:overflow-y-auto lg:px-1 lg:pt-1"
      >
        <LaneRows {...rows} currentId={hasCurrent ? currentId : null} />
      </div>
    </section>
  )
}

/** Keeps how far a box is scrolled; whoever comes back finds it so. A new search begins above. */
function useScrollPlace(name: string, search: string) {
  const ref = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [restored, setRestored] = useState<number | null>(null)
  useViewState(name, 1, top, (kept) => {
    setTop(kept)
    setRestored(kept)
  })
  // By now the list has its full height.
  useLayoutEffect(() => {
    if (restored !== null) ref.current?.scrollTo(0, restored)
  }, [restored])
  const searched = useRef(search)
  useLayoutEffect(() => {
    if (searched.current === search) return
    searched.current = search
    ref.current?.scrollTo(0, 0)
  }, [search])
  return { ref, onScrollEnd: () => setTop(ref.current?.scrollTop ?? 0) }
}
