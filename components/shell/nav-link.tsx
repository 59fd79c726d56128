'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export interface NavLinkProps {
  href: string
  exact?: boolean
  /** Pages below this address belong to it too. */
  also?: string
  title?: string
  className?: string
  children: ReactNode
}

/** A link of the navigation that knows whether the page belongs to it. */
export function NavLink({ href, exact = false, also, ...rest }: NavLinkProps) {
  const pathname = usePathname()
  const here = pathname === href
  const below =
    (!exact && pathname.startsWith(`${href}/`)) ||
    (also !== undefined && pathname.startsWith(`${also}/`))
  return <Link href={href} aria-current={here ? 'page' : below ? 'true' : undefined} {...rest} />
}
