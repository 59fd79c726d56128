import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'

/**
 * Leads from a kept page to where people sign in, by loading a new document: that one has the
 * strict policy, and what follows on it is shown under that policy.
 */
export function DoorLink({
  className,
  variant,
  size,
  children,
}: Pick<ComponentProps<'a'>, 'className' | 'children'> & ButtonStyle) {
  return (
    <a href="/sign-in" className={cn(buttonStyle({ variant, size }), className)}>
      {children}
    </a>
  )
}
