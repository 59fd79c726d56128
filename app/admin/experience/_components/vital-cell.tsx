import { CircleAlert, CircleCheck, CircleX, type LucideIcon } from 'lucide-react'
import { TableCell } from '@/components/ui/table'
import type { Rating, VitalName, VitalSummary } from '@/lib/domain/vitals/schema'
import { percent } from '../../_components/figures'
import { vitalInWords } from './vital-words'

const looks: Record<Rating, { icon: LucideIcon; ink: string }> = {
  good: { icon: CircleCheck, ink: 'text-good-text' },
  'needs work': { icon: CircleAlert, ink: 'text-warn-text' },
  poor: { icon: CircleX, ink: 'text-bad-text' },
}

/** What three of four visits stayed below, and what that is worth. */
export function VitalCell({
  name,
  vital,
  className,
}: {
  name: VitalName
  vital: VitalSummary | undefined
  className?: string
}) {
  if (!vital) return <TableCell className={`text-right text-ink-faint ${className}`}>–</TableCell>
  const { icon: Icon, ink } = looks[vital.rating]
  const { good, poor, count } = vital
  const between = Math.max(0, 1 - good - poor)
  return (
    <TableCell
      className={`whitespace-nowrap text-right ${className}`}
      title={`Of ${count.toLocaleString('en-US')} visits ${percent(good)} good, ${percent(between)} need work, ${percent(poor)} poor`}
    >
      <span className="tabular block">{vitalInWords(name, vital.p75)}</span>
      <span className={`inline-flex items-center gap-1 text-xs ${ink}`}>
        <Icon aria-hidden className="size-3" />
        {vital.rating}
      </span>
    </TableCell>
  )
}
