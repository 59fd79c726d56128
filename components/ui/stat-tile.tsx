import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface StatTileProps {
  label: string
  /** The figure, already written for people ("1,618"). */
  value: ReactNode
  unit?: string
  /** A line under the figure: how it divides, what it asks for. */
  note?: ReactNode
  /** Where the figure's rows are listed. */
  href?: string
  className?: string
}

/** One figure with its name. With an address the whole tile leads to the rows it counts. */
export function StatTile({ label, value, unit, note, href, className }: StatTileProps) {
  const name = (
    <span className="text-ink-muted text-sm">
      {href === undefined ? (
        label
      ) : (
        <Link
          href={href}
          prefetch={false}
          className="rounded-sm after:absolute after:inset-0 after:rounded-lg"
        >
          {label}
        </Link>
      )}
    </span>
  )
  return (
    <div
      className={cn(
        'relative flex min-w-0 flex-col rounded-lg border bg-surface px-4 py-3 shadow-card',
        href !== undefined && 'transition-colors duration-100 hover:border-line-strong',
        className,
      )}
    >
      {name}
      <span className="tabular mt-1 truncate font-semibold text-2xl tracking-tight">
        {value}
        {unit !== undefined && (
          <span className="ml-1 font-normal text-base text-ink-muted tracking-normal">{unit}</span>
        )}
      </span>
      {note !== undefined && <span className="mt-1 text-ink-muted text-xs">{note}</span>}
    </div>
  )
}
