import { cn } from './cn'

export interface ProgressBarProps {
  /** What is under way. */
  label: string
  /** 0 to `max`; without it the bar says only that work goes on. */
  value?: number
  max?: number
  /** The words under the bar, such as "412 of 805 rows · 3,100 rows/s · 2 s left". */
  detail?: string
  tone?: 'accent' | 'good' | 'warn' | 'bad'
  hideLabel?: boolean
  className?: string
}

const fills = {
  accent: 'bg-accent-text',
  good: 'bg-good-solid',
  warn: 'bg-warn-solid',
  bad: 'bg-bad-solid',
} as const

/** How far a work is. */
export function ProgressBar({
  label,
  value,
  max = 100,
  detail,
  tone = 'accent',
  hideLabel = false,
  className,
}: ProgressBarProps) {
  const share = value === undefined || max <= 0 ? undefined : Math.min(1, Math.max(0, value / max))
  const percent = share === undefined ? undefined : Math.floor(share * 100)
  return (
    <div className={cn('min-w-0', className)}>
      {!hideLabel && (
        <div className="mb-1.5 flex justify-between gap-4 text-sm">
          <span className="truncate font-medium">{label}</span>
          {percent !== undefined && <span className="tabular text-ink-muted">{percent} %</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={detail}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        {share === undefined ? (
          <div className={cn('h-full w-2/5 animate-slide rounded-full', fills[tone])} />
        ) : (
          <div
            className={cn('h-full rounded-full transition-[width] duration-150', fills[tone])}
            style={{ width: `${share * 100}%` }}
          />
        )}
      </div>
      {detail !== undefined && <p className="tabular mt-1.5 text-ink-muted text-xs">{detail}</p>}
    </div>
  )
}
