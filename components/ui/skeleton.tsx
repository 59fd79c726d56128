import { cn } from './cn'

/** Holds the place of something that is on its way; give it the final size. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn('block h-4 animate-shimmer rounded-sm bg-line', className)} />
  )
}

/** Rows of a table that is on its way, in the final height. */
export function SkeletonRows({ rows = 8, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="overflow-hidden rounded-lg border bg-surface">
      <div className="h-8 border-b bg-sunken" />
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row, index) => (
        <div key={row} className="flex h-9 items-center gap-6 border-b px-3 last:border-b-0">
          <Skeleton className={index % 3 === 0 ? 'w-2/5' : 'w-1/3'} />
          <Skeleton className="w-1/6" />
          <Skeleton className="ml-auto w-12" />
        </div>
      ))}
    </div>
  )
}
