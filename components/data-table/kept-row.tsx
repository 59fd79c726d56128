'use client'

import { memo, type ReactNode } from 'react'
import { sameContent } from './same-content'

interface KeptRowProps {
  className: string
  children: ReactNode
}

/**
 * A row of a table that React leaves alone when a newer state of the list draws the same in it:
 * each answer of the server brings all rows anew, and mostly one of them has changed.
 */
export const KeptRow = memo(
  function KeptRow({ className, children }: KeptRowProps) {
    return <tr className={className}>{children}</tr>
  },
  (before, after) =>
    before.className === after.className && sameContent(before.children, after.children),
)
