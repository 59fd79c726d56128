import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import type { IssueGroup } from '@/lib/domain/cleansing/schema'

/** The rules that found something, with how much is open. */
export function RuleList({
  groups,
  current,
  hrefOf,
}: {
  groups: readonly IssueGroup[]
  current?: string
  hrefOf: (rule: string | undefined) => string
}) {
  const total = groups.reduce((sum, group) => sum + group.open, 0)
  return (
    <nav aria-label="Rules" className="relative min-w-0 max-lg:overflow-x-auto">
      <ul className="flex gap-0.5 max-lg:min-w-max max-lg:pb-1 lg:flex-col">
        <Entry label="All rules" open={total} href={hrefOf(undefined)} current={!current} />
        {groups.map((group) => (
          <Entry
            key={group.rule}
            label={group.title}
            open={group.open}
            href={hrefOf(group.rule)}
            current={group.rule === current}
          />
        ))}
      </ul>
    </nav>
  )
}

function Entry(props: { label: string; open: number; href: string; current: boolean }) {
  return (
    <li>
      <Link
        href={props.href}
        prefetch={false}
        aria-current={props.current ? 'true' : undefined}
        className={cn(
          'flex min-h-8 items-center justify-between gap-3 rounded-md px-2.5 py-1 focus-visible:-outline-offset-2 max-lg:border',
          props.current ? 'bg-accent-soft font-medium text-accent-text' : 'hover:bg-hover',
        )}
      >
        {props.label}
        <span className="tabular text-ink-muted text-sm">
          {props.open.toLocaleString('en-US')}
          <span className="sr-only"> open</span>
        </span>
      </Link>
    </li>
  )
}
