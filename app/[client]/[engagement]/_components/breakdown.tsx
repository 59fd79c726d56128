import Link from 'next/link'
import { Card, CardHeader } from '@/components/ui/card'
import { type FacetCount, notSet } from '@/lib/domain/inventory/schema'
import { inWords } from '../inventory/_components/asset-words'

interface BreakdownProps {
  title: string
  /** The inventory's filter that a line leads to. */
  filter: string
  facet: readonly FacetCount[]
  root: string
}

/** How the assets divide by one property; each line leads to its assets. */
export function Breakdown({ title, filter, facet, root }: BreakdownProps) {
  const most = Math.max(1, ...facet.map(({ count }) => count))
  return (
    <Card>
      <CardHeader title={title} />
      <ul className="p-2">
        {facet.map(({ value, count }) => (
          <li key={value ?? notSet}>
            <Link
              href={`${root}/inventory?${filter}=${encodeURIComponent(value ?? notSet)}`}
              prefetch={false}
              className="relative flex h-8 items-center justify-between gap-3 rounded-md px-2 hover:bg-hover"
            >
              <span className={value === null ? 'truncate text-ink-muted' : 'truncate'}>
                {value === null ? 'Not set' : inWords(value)}
              </span>
              <span className="tabular text-ink-muted">{count.toLocaleString('en-US')}</span>
              <span aria-hidden className="absolute inset-x-2 bottom-0.5">
                <span
                  className="block h-0.5 rounded-full bg-accent-text/60"
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
