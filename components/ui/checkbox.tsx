import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  label: ReactNode
  /** Keeps the label for those who listen only, as in the cells of a table. */
  hideLabel?: boolean
}

/** A checkbox with its label; the whole line is the target, at least 24 px high. */
export function Checkbox({ label, hideLabel = false, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={cn(
        'inline-flex min-h-6 min-w-6 items-center gap-2 text-base',
        hideLabel && 'justify-center',
        className,
      )}
    >
      <input type="checkbox" className="size-4 shrink-0 accent-accent" {...rest} />
      <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
    </label>
  )
}
