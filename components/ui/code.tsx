import type { ComponentProps } from 'react'
import { cn } from './cn'

/** An id, an address, a header of a file: anything that is read letter by letter. */
export function Mono({ className, ...rest }: ComponentProps<'span'>) {
  return <span className={cn('font-mono text-[0.92em] tracking-tight', className)} {...rest} />
}

/** A command or a name of the code inside a sentence. */
export function Code({ className, ...rest }: ComponentProps<'code'>) {
  return (
    <code
      className={cn('rounded-sm border bg-sunken px-1 py-px font-mono text-[0.9em]', className)}
      {...rest}
    />
  )
}
