import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { cn } from './cn'

export type LinkButtonProps = ComponentProps<typeof Link> & ButtonStyle

/** Looks like a button and goes to an address. */
export function LinkButton({ variant, size, square, wide, className, ...rest }: LinkButtonProps) {
  return (
    <Link
      prefetch={false}
      className={cn(buttonStyle({ variant, size, square, wide }), className)}
      {...rest}
    />
  )
}
