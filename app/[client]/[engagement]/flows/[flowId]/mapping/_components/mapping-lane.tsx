'use client'

import { cn } from '@/components/ui/cn'
import { type Lane, laneTitles } from '../_state/columns'
import { LaneRows, type LaneRowsProps } from './lane-rows'

interface MappingLaneProps extends LaneRowsProps {
  lane: Lane
  /** Whether a small screen shows it. */
  shown: boolean
  searching: boolean
}

/** One of the three lanes. On a wide screen it scrolls by itself. */
export function MappingLane({ lane, shown, searching, ...rows }: MappingLaneProps) {
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
          {searching ? 'No column here matches the search.' : empty}
        </p>
      )}
      <div
        data-lane={lane}
        className="lg:-mx-1 lg:h-[calc(100dvh-9.5rem)] lg:overflow-y-auto lg:px-1 lg:pt-1"
      >
        <LaneRows {...rows} />
      </div>
    </section>
  )
}
