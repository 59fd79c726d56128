import type { ComponentProps } from 'react'
import { cn } from './cn'

/** An id, an address, a header of a file: anything that is read letter by letter. */
export function Mono({ className, ...rest }: ComponentProps<'span'>) {
  return <span className={cn('font-mono text-[0.92em] tracking-tight', className)} {...rest} />
}
