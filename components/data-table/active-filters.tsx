import { X } from 'lucide-react'
import Link from 'next/link'

export interface ActiveFilter {
  name: string
  /** "Environment: Production" */
  text: string
}

/** What narrows the rows, each with a link that takes it away. */
export function ActiveFilters({
  active,
  hrefWithout,
}: {
  active: readonly ActiveFilter[]
  /** The address without these parameters. */
  hrefWithout: (names: readonly string[]) => string
}) {
  if (active.length === 0) return null
  return (
    <ul aria-label="Filters in use" className="flex w-full min-w-0 flex-wrap items-center gap-1.5">
      {active.map(({ name, text }) => (
        <li key={name} className="min-w-0">
          <Link
            href={hrefWithout([name])}
            scroll={false}
            prefetch={false}
            data-filter={name}
            aria-label={`Remove filter ${text}`}
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm border border-accent-line bg-accent-soft px-1.5 text-accent-text text-xs hover:border-accent-text"
          >
            <span className="truncate">{text}</span>
            <X aria-hidden className="size-3 shrink-0" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={hrefWithout(active.map(({ name }) => name))}
          scroll={false}
          prefetch={false}
          className="inline-flex h-6 items-center rounded-sm px-1.5 text-ink-muted text-xs underline underline-offset-2 hover:text-ink"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}
