'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { memo, type ReactNode } from 'react'

export interface NavLinkProps {
  href: string
  exact?: boolean
  /** Pages below this address belong to it too. */
  also?: string
  title?: string
  className?: string
  children: ReactNode
}

/** Going on asks every link whether it is the present one; only those are drawn anew that were or are. */
const KeptLink = memo(Link)

/** A link of the navigation that knows whether the page belongs to it. */
export function NavLink({ href, exact = false, also, ...rest }: NavLinkProps) {
  const pathname = usePathname()
  const here = pathname === href
  const below =
    (!exact && pathname.startsWith(`${href}/`)) ||
    (also !== undefined && pathname.startsWith(`${also}/`))
  const current = here ? 'page' : below ? 'true' : undefined
  // Without a page of its own that shows while it loads nothing of it can be fetched ahead but its
  // place in the tree, and each refresh of the page would ask for that again.
  return <KeptLink href={href} prefetch={false} aria-current={current} {...rest} />
}
