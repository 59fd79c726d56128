import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface EmptyStateProps {
  icon?: LucideIcon
  title: string
  /** What to do next, in a sentence. */
  children?: ReactNode
  /** The next step as a button or a link. */
  action?: ReactNode
  className?: string
}

/** Shown where a list has nothing: it teaches the next step. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center px-6 py-12 text-center', className)}>
      {Icon !== undefined && (
        <span className="mb-4 grid size-10 place-items-center rounded-full border bg-sunken text-ink-muted">
          <Icon aria-hidden className="size-5" />
        </span>
      )}
      <p className="font-semibold text-lg">{title}</p>
      {children !== undefined && (
        <div className="mt-1 max-w-md text-balance text-ink-muted">{children}</div>
      )}
      {action !== undefined && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  )
}
