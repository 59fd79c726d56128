import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'

/** A one-line text field. Give it a name through `Field` or `aria-label`. */
export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return (
    <input type={type} className={cn(controlStyle, 'read-only:bg-sunken', className)} {...rest} />
  )
}

/** A text field of several lines. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(
        controlStyle,
        'h-auto py-1.5 read-only:bg-sunken pointer-coarse:h-auto',
        className,
      )}
      {...rest}
    />
  )
}
