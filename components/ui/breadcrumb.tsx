import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { cn } from './cn'

export interface Crumb {
  label: string
  /** Left off for the page itself, which comes last. */
  href?: string
}

/** The way from the section down to this page. */
export function Breadcrumb({
  crumbs,
  className,
}: {
  crumbs: readonly Crumb[]
  className?: string
}) {
  return (
    <nav aria-label="Breadcrumb" className={cn('min-w-0 text-sm', className)}>
      <ol className="flex min-w-0 flex-wrap items-center gap-x-1 text-ink-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />}
            {crumb.href === undefined ? (
              <span aria-current="page" className="truncate text-ink">
                {crumb.label}
              </span>
            ) : (
              <Link
                href={crumb.href}
                prefetch={false}
                className="inline-flex min-h-6 items-center truncate rounded-sm hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
