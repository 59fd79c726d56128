import { type ReactNode, useId } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './cn'
import { popupStyle } from './popup-style'

export interface PopoverProps {
  /** Name of the panel, and of its button when that shows only an icon. */
  label: string
  /** How the button looks; its children are what it shows. */
  button: Omit<ButtonProps, 'popoverTarget' | 'ref'>
  /** The side of the button that the panel lines up with. */
  align?: 'start' | 'end'
  children: ReactNode
  className?: string
}

/** A small panel beside its button, for details that would crowd the page. Works without scripts. */
export function Popover({ label, button, align = 'start', children, className }: PopoverProps) {
  const id = useId()
  return (
    <>
      <Button aria-label={button.square ? label : undefined} {...button} popoverTarget={id} />
      <section
        id={id}
        popover="auto"
        aria-label={label}
        className={cn(
          popupStyle,
          align === 'end' ? 'popup-end' : 'popup-start',
          'w-72 max-w-[calc(100vw-1rem)] p-3',
          className,
        )}
      >
        {children}
      </section>
    </>
  )
}
