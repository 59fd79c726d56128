import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface Segment {
  label: string
  href: string
  icon?: ReactNode
  count?: number
  current: boolean
}

/** A few views of the same rows, one of them chosen: links with an address each. */
export function Segmented({ segments, label }: { segments: readonly Segment[]; label: string }) {
  return (
    <nav aria-label={label} data-chrome className="max-w-full overflow-x-auto">
      <ul className="inline-flex rounded-md border bg-sunken p-0.5">
        {segments.map((segment) => (
          <li key={segment.href}>
            <Link
              href={segment.href}
              prefetch={false}
              scroll={false}
              aria-current={segment.current ? 'true' : undefined}
              className={cn(
                'flex h-7 items-center gap-1.5 whitespace-nowrap rounded-[5px] px-2.5 font-medium text-sm focus-visible:outline-offset-0 [&_svg]:size-4',
                segment.current
                  ? 'bg-surface text-ink shadow-xs ring-1 ring-line'
                  : 'text-ink-muted hover:text-ink',
              )}
            >
              {segment.icon}
              {segment.label}
              {segment.count !== undefined && (
                <span className="tabular font-normal text-ink-muted">
                  {segment.count.toLocaleString('en-US')}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
