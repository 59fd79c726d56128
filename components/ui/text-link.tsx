import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A link inside text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      className={cn(
        'rounded-sm text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current',
        className,
      )}
      {...rest}
    />
  )
}
