import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { cn } from './cn'

const looks = {
  info: { icon: Info, box: 'border-info-line bg-info-soft', ink: 'text-info-text' },
  good: { icon: CircleCheck, box: 'border-good-line bg-good-soft', ink: 'text-good-text' },
  warn: { icon: TriangleAlert, box: 'border-warn-line bg-warn-soft', ink: 'text-warn-text' },
  bad: { icon: CircleAlert, box: 'border-bad-line bg-bad-soft', ink: 'text-bad-text' },
} as const

export interface AlertProps {
  tone?: keyof typeof looks
  title?: string
  children?: ReactNode
  /** Retry, undo, a link to where it can be put right. */
  action?: ReactNode
  /** Read out at once when it appears. For what was there at load leave it off. */
  live?: boolean
  className?: string
  ref?: Ref<HTMLDivElement>
}

/** A message in the page, with icon and words. */
export function Alert({
  tone = 'info',
  title,
  children,
  action,
  live = false,
  className,
  ref,
}: AlertProps) {
  const { icon: Icon, box, ink } = looks[tone]
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role={live ? 'alert' : undefined}
      className={cn('flex min-w-0 gap-2.5 rounded-lg border px-3 py-2.5 text-base', box, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0 flex-1 break-words">
        {title !== undefined && <p className={cn('font-semibold', ink)}>{title}</p>}
        {children !== undefined && <div className="text-ink">{children}</div>}
      </div>
      {action !== undefined && <div className="flex shrink-0 items-center gap-2">{action}</div>}
    </div>
  )
}
