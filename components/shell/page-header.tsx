import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb'

export interface PageHeaderProps {
  title: ReactNode
  /** What the page is for, in one line. */
  description?: ReactNode
  /** Only on pages below a section; the last crumb is the page itself. */
  crumbs?: readonly Crumb[]
  /** A status or a badge beside the title. */
  status?: ReactNode
  /** The one primary action, with quieter ones before it. */
  actions?: ReactNode
}

/** The head of a page. It holds the page's only h1. */
export function PageHeader({ title, description, crumbs, status, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-64">
        {crumbs !== undefined && <Breadcrumb crumbs={crumbs} className="mb-1" />}
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-xl">{title}</h1>
          {status}
        </div>
        {description !== undefined && <p className="mt-0.5 text-ink-muted">{description}</p>}
      </div>
      {actions !== undefined && (
        <div data-chrome className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      )}
    </header>
  )
}
