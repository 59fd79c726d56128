import { Fragment, type ReactNode } from 'react'
import { cn } from './cn'

/** A bar in place of a word or a figure that is not there yet; as high as a line of text. */
export function Bone({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-block h-[0.7em] w-16 max-w-full animate-shimmer rounded-sm bg-line align-baseline',
        className,
      )}
    />
  )
}

/** The shape of what is on its way, of its final size; `label` says what comes. */
export function Skeleton({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <div aria-busy="true" className={className}>
      <p role="status" className="sr-only">
        {label}
      </p>
      {children}
    </div>
  )
}

/** Views, search and filters of a list on their way. */
export function FilterSkeleton({ label }: { label: string }) {
  return (
    <Skeleton label={label}>
      <div className="mb-2 flex h-8 items-center">
        <Bone className="w-28" />
      </div>
      <div className="mb-3 h-8 max-w-3xl rounded-md border bg-surface max-sm:h-30" />
    </Skeleton>
  )
}

/** The same shape several times over; `children` gives the one at a place, from 0. */
export function Repeated({
  times,
  children,
}: {
  times: number
  children: (at: number) => ReactNode
}) {
  return Array.from({ length: times }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: shapes have nothing of their own but their place
    <Fragment key={at}>{children(at)}</Fragment>
  ))
}

const widths = ['w-40', 'w-28', 'w-36', 'w-24', 'w-32']

/** Rows of a `DataTable` on their way, with its header. */
export function TableSkeleton({
  label,
  rows,
  className,
}: {
  label: string
  rows: number
  className?: string
}) {
  return (
    <Skeleton
      label={label}
      className={cn('overflow-hidden rounded-lg border bg-surface shadow-card', className)}
    >
      <div className="h-8 border-b bg-sunken" />
      <Repeated times={rows}>
        {(row) => (
          <div className="flex h-9 items-center gap-6 border-b px-3 last:border-b-0">
            <span className="min-w-0 flex-1">
              <Bone className={widths[row % widths.length]} />
            </span>
            <Bone className="max-sm:hidden" />
            <Bone className="w-12 max-md:hidden" />
            <Bone className="w-12 max-lg:hidden" />
          </div>
        )}
      </Repeated>
    </Skeleton>
  )
}
