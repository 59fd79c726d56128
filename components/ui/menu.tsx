'use client'

import Link from 'next/link'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './cn'
import { moveInMenu } from './menu-keys'
import { popupStyle } from './popup-style'

export interface MenuProps {
  /** Name of the menu, and of its button when that shows only an icon. */
  label: string
  /** How the button looks; its children are what it shows. */
  button: Omit<ButtonProps, 'popoverTarget' | 'ref'>
  /** The side of the button that the menu lines up with. */
  align?: 'start' | 'end'
  children: ReactNode
}

/**
 * A menu of actions on the browser's own popover: it lies over everything, Esc and a press outside
 * close it and give the focus back. Arrows, Home, End and first letters move in it.
 */
export function Menu({ label, button, align = 'end', children }: MenuProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)

  const openByArrow = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    event.currentTarget.click()
  }
  return (
    <>
      <Button
        aria-label={button.square ? label : undefined}
        {...button}
        popoverTarget={id}
        aria-haspopup="menu"
        onKeyDown={openByArrow}
      />
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={(event) => {
          if (event.newState === 'open') moveInMenu(event.currentTarget, 'Home')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Tab') panel.current?.hidePopover()
          else if (moveInMenu(event.currentTarget, event.key)) event.preventDefault()
        }}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[role=menuitem]')) {
            panel.current?.hidePopover()
          }
        }}
        className={cn(popupStyle, align === 'end' ? 'popup-end' : 'popup-start', 'min-w-44 p-1')}
      >
        {children}
      </div>
    </>
  )
}

const itemStyle =
  'flex min-h-8 w-full select-none items-center gap-2 rounded-md px-2 py-1 text-left text-base outline-none hover:bg-hover focus:bg-hover disabled:opacity-50 pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted'

export interface MenuItemProps {
  onSelect?: () => void
  disabled?: boolean
  /** For what cannot be undone. */
  danger?: boolean
  children: ReactNode
}

export function MenuItem({ onSelect, disabled, danger = false, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={disabled}
      onClick={onSelect}
      className={cn(itemStyle, danger && 'text-bad-text [&_svg]:text-bad-text')}
    >
      {children}
    </button>
  )
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} role="menuitem" tabIndex={-1} className={itemStyle}>
      {children}
    </Link>
  )
}

export function MenuSeparator() {
  return <hr className="-mx-1 my-1 border-line" />
}
