'use client'

import { usePathname } from 'next/navigation'
import type { NavigationItem } from './shell-props'

type Section = Pick<NavigationItem, 'href' | 'label' | 'also'>

/** The section of the page as the last crumb of the top bar. */
export function SectionCrumb({ items }: { items: readonly Section[] }) {
  const pathname = usePathname()
  const belongs = ({ href, also }: Section) =>
    pathname === href ||
    [href, also].some((address) => address !== undefined && pathname.startsWith(`${address}/`))
  // The dashboard's address begins every other one: the longest that fits is meant.
  const [section] = items.filter(belongs).sort((a, b) => b.href.length - a.href.length)
  if (section === undefined) return null
  return (
    <span className="flex min-w-0 items-center gap-1.5 max-md:hidden">
      <span aria-hidden className="text-ink-faint">
        /
      </span>
      <span className="truncate text-ink-muted">{section.label}</span>
    </span>
  )
}
