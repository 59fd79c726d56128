'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from './cn'

export interface Tab {
  label: string
  href: string
  count?: number
  /** Said by the page when tabs differ by a parameter and not by their path. */
  current?: boolean
}

/** Sections of a page, each with an address of its own: links, so that Back and sharing work. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} data-chrome className="overflow-x-auto border-b">
      <ul className="flex min-w-max gap-1">
        {tabs.map((tab) => {
          const current = tab.current ?? tab.href === pathname
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={current ? 'page' : undefined}
                className={cn(
                  '-mb-px flex h-9 items-center gap-1.5 border-b-2 px-2.5 font-medium text-base focus-visible:-outline-offset-2',
                  current
                    ? 'border-accent-text text-ink'
                    : 'border-transparent text-ink-muted hover:border-line-strong hover:text-ink',
                )}
              >
                {tab.label}
                {tab.count !== undefined && (
                  <span className="tabular rounded-full bg-hover px-1.5 font-normal text-ink-muted text-xs">
                    {tab.count.toLocaleString('en-US')}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
