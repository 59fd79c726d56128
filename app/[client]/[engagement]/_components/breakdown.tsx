import Link from 'next/link'
import { Card, CardHeader } from '@/components/ui/card'
import { Bone, Repeated, Skeleton } from '@/components/ui/skeleton'
import { type AssetFacets, type FacetCount, notSet } from '@/lib/domain/inventory/schema'
import { inWords } from '../inventory/_components/asset-words'

/** Lines of a card at most; it is as high with fewer, so that nothing moves when they arrive. */
const lines = 6
const list = 'min-h-52 p-2'
const grid = 'grid gap-5 sm:grid-cols-2 xl:grid-cols-4'

/** The inventory's filters by which the assets are divided, as the address names them. */
const parts = [
  { title: 'By type', filter: 'type' },
  { title: 'By environment', filter: 'environment' },
  { title: 'By OS family', filter: 'os' },
  { title: 'By power state', filter: 'power' },
] as const

/** How the assets divide by each property. */
export function Breakdowns({ facets, root }: { facets: AssetFacets; root: string }) {
  return (
    <div className={grid}>
      {parts.map(({ title, filter }) => (
        <Breakdown key={filter} title={title} filter={filter} facet={facets[filter]} root={root} />
      ))}
    </div>
  )
}

/** The same cards without their lines. */
export function BreakdownsSkeleton() {
  return (
    <Skeleton label="How the assets divide is on its way" className={grid}>
      {parts.map(({ title }) => (
        <Card key={title}>
          <CardHeader title={title} />
          <ul className={list}>
            <Repeated times={lines}>
              {() => (
                <li className="flex h-8 items-center justify-between px-2">
                  <Bone className="w-28" />
                  <Bone className="w-8" />
                </li>
              )}
            </Repeated>
          </ul>
        </Card>
      ))}
    </Skeleton>
  )
}

interface BreakdownProps {
  title: string
  filter: string
  facet: readonly FacetCount[]
  root: string
}

/** How the assets divide by one property; each line leads to its assets. */
function Breakdown({ title, filter, facet, root }: BreakdownProps) {
  const most = Math.max(1, ...facet.map(({ count }) => count))
  const shown = facet.length > lines ? facet.slice(0, lines - 1) : facet
  return (
    <Card>
      <CardHeader title={title} />
      <ul className={list}>
        {shown.map(({ value, count }) => (
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
        {shown.length < facet.length && (
          <li>
            <Link
              href={`${root}/inventory`}
              prefetch={false}
              className="flex h-8 items-center rounded-md px-2 text-ink-muted hover:bg-hover"
            >
              {facet.length - shown.length} more in the inventory
            </Link>
          </li>
        )}
      </ul>
    </Card>
  )
}
