import type { ComponentProps } from 'react'
import { cn } from './cn'

/** The name of a control. */
export function Label({ className, htmlFor, children, ...rest }: ComponentProps<'label'>) {
  return (
    <label
      htmlFor={htmlFor}
      className={cn('font-medium text-ink text-sm leading-5', className)}
      {...rest}
    >
      {children}
    </label>
  )
}
