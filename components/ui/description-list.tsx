import type { ReactNode } from 'react'
import { cn } from './cn'

export interface Description {
  term: string
  /** An empty value is shown as a dash that is read out as "not known". */
  value: ReactNode
  /** Where the value comes from, or what is doubtful about it. */
  note?: ReactNode
}

/** Names and values of one thing, side by side from the size of a small tablet on. */
export function DescriptionList({
  items,
  className,
}: {
  items: readonly Description[]
  className?: string
}) {
  return (
    <dl className={cn('divide-y', className)}>
      {items.map((item) => (
        <div
          key={item.term}
          className="grid min-w-0 gap-x-4 py-2 sm:grid-cols-[minmax(8rem,12rem)_1fr]"
        >
          <dt className="text-ink-muted text-sm leading-5">{item.term}</dt>
          <dd className="min-w-0 break-words">
            {isEmpty(item.value) ? <NotKnown /> : item.value}
            {item.note !== undefined && (
              <div className="mt-0.5 text-ink-muted text-xs">{item.note}</div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function isEmpty(value: ReactNode): boolean {
  return value === undefined || value === null || value === ''
}

/** A dash for a value that is not known. */
export function NotKnown() {
  return (
    <span className="text-ink-faint">
      <span aria-hidden>–</span>
      <span className="sr-only">not known</span>
    </span>
  )
}
