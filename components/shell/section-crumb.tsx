'use client'

import { usePathname } from 'next/navigation'

/** The section of the page as the last crumb of the top bar. */
export function SectionCrumb({ items }: { items: readonly { href: string; label: string }[] }) {
  const pathname = usePathname()
  const section = items
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce<{ href: string; label: string } | undefined>(
      (longest, item) => (item.href.length > (longest?.href.length ?? 0) ? item : longest),
      undefined,
    )
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
