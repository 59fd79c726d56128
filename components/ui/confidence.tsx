import { cn } from './cn'

/** From which confidence on a bar is filled green, and from which amber. 0 to 1. */
const strong = 0.85
const fair = 0.6

/** A confidence of 0 to 1 as a short bar with its figure: five steps, read at a glance. */
export function Confidence({
  value,
  label = 'Confidence',
  className,
}: {
  value: number
  label?: string
  className?: string
}) {
  const share = Math.min(1, Math.max(0, value))
  const percent = Math.round(share * 100)
  const lit = Math.max(1, Math.round(share * 5))
  const fill = share >= strong ? 'bg-good-solid' : share >= fair ? 'bg-warn-solid' : 'bg-bad-solid'
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <meter className="sr-only" aria-label={label} min={0} max={100} value={percent}>
        {percent} %
      </meter>
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3, 4, 5].map((step) => (
          <span
            key={step}
            className={cn('h-3 w-1 rounded-[1px]', step <= lit ? fill : 'bg-line')}
          />
        ))}
      </span>
      <span aria-hidden className="tabular w-9 text-right text-ink-muted text-sm">
        {percent} %
      </span>
    </span>
  )
}
