import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { cn } from './cn'
import { Spinner } from './spinner'

export interface ButtonProps extends ComponentProps<'button'>, ButtonStyle {
  /** Shows a spinner and refuses presses, but keeps the focus where it is. */
  busy?: boolean
}

/** A button. `type` is `button` unless it is said; `square` buttons need an `aria-label`. */
export function Button({
  variant,
  size,
  square,
  wide,
  busy = false,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={cn(buttonStyle({ variant, size, square, wide }), className)}
      {...rest}
    >
      {busy && <Spinner />}
      {busy && square ? null : children}
    </button>
  )
}
