import type { ComponentProps } from 'react'
import { cn } from './cn'

/**
 * Parts of a table, for tables that are not a plain list of rows (`DataTable` is for those).
 * Wrap them in `TableFrame`: it scrolls sideways by itself and by the keyboard.
 */
export function TableFrame({
  label,
  className,
  ...rest
}: ComponentProps<'section'> & { label: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must scroll by keyboard
      tabIndex={0}
      data-scroller
      className={cn(
        'relative max-w-full scroll-pt-9 overflow-auto rounded-lg border bg-surface shadow-card focus-visible:outline-offset-0',
        className,
      )}
      {...rest}
    />
  )
}

export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={cn('w-full border-separate border-spacing-0', className)} {...rest} />
}

export function TableHeader({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn(
        'sticky top-0 z-20 h-8 whitespace-nowrap border-b bg-sunken px-2.5 first:pl-3 last:pr-3 text-left font-medium text-ink-muted text-xs',
        className,
      )}
      {...rest}
    />
  )
}

export const tableRowStyle = 'group/row relative hover:bg-hover [&:last-child>*]:border-b-0'

export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={cn(tableRowStyle, className)} {...rest} />
}

export function TableCell({ className, ...rest }: ComponentProps<'td'>) {
  return (
    <td
      className={cn('h-9 border-b px-2.5 py-1 align-middle first:pl-3 last:pr-3', className)}
      {...rest}
    />
  )
}
