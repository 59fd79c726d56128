import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'
import { LinkButton } from './link-button'

export interface PaginationProps {
  previousHref?: string
  nextHref?: string
  /** What is shown, such as "50 of 805 assets". */
  children?: ReactNode
  label?: string
  className?: string
}

/** Newer and further rows by links, as keyset paging gives them: there are no page numbers. */
export function Pagination({
  previousHref,
  nextHref,
  children,
  label = 'Pages',
  className,
}: PaginationProps) {
  return (
    <nav
      aria-label={label}
      data-chrome
      className={cn('flex flex-wrap items-center justify-between gap-3 text-sm', className)}
    >
      <p className="tabular text-ink-muted">{children}</p>
      <div className="flex gap-2">
        <Step href={previousHref} rel="prev">
          <ChevronLeft aria-hidden />
          Previous
        </Step>
        <Step href={nextHref} rel="next">
          Next
          <ChevronRight aria-hidden />
        </Step>
      </div>
    </nav>
  )
}

function Step({ href, rel, children }: { href?: string; rel: string; children: ReactNode }) {
  if (href === undefined) {
    return (
      <Button size="sm" disabled>
        {children}
      </Button>
    )
  }
  return (
    <LinkButton size="sm" href={href} rel={rel} prefetch={false}>
      {children}
    </LinkButton>
  )
}
