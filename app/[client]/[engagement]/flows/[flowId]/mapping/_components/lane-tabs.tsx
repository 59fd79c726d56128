'use client'

import { cn } from '@/components/ui/cn'
import { type ColumnsByLane, type Lane, lanes, laneTitles } from '../_state/columns'

/** Which lane a small screen shows; a wide one shows all three. */
export function LaneTabs({
  sorted,
  shown,
  onShow,
}: {
  sorted: ColumnsByLane
  shown: Lane
  onShow: (lane: Lane) => void
}) {
  return (
    <fieldset className="mb-3 flex rounded-md border bg-sunken p-0.5 lg:hidden">
      <legend className="sr-only">Columns to show</legend>
      {lanes.map((lane) => (
        <button
          key={lane}
          type="button"
          aria-pressed={lane === shown}
          onClick={() => onShow(lane)}
          className={cn(
            'flex h-9 flex-1 items-center justify-center gap-1.5 rounded-[5px] px-1 font-medium text-sm max-sm:text-xs',
            lane === shown ? 'bg-surface text-ink shadow-xs ring-1 ring-line' : 'text-ink-muted',
          )}
        >
          {laneTitles[lane].title}
          <span className="tabular font-normal text-ink-muted text-xs">{sorted[lane].length}</span>
        </button>
      ))}
    </fieldset>
  )
}
