'use client'

import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { popupStyle } from '@/components/ui/popup-style'

/**
 * A panel of the top bar on the browser's own popover: it opens without scripts, Esc and a press
 * outside close it. Its button says `popoverTarget={id}`. The script only closes it once a choice
 * was made, because the page around it stays when the address changes, and begins in its search.
 */
export function DropPanel({
  id,
  label,
  className,
  children,
}: {
  id: string
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing a link by keyboard is a click as well
    <section
      id={id}
      popover="auto"
      aria-label={label}
      onToggle={(event) => {
        if (event.newState !== 'open') return
        event.currentTarget.querySelector<HTMLElement>('input[type=search]')?.focus()
      }}
      onClick={(event) => {
        if (!(event.target instanceof Element)) return
        if (event.target.closest('a, button[type=submit]')) event.currentTarget.hidePopover()
      }}
      className={cn(
        popupStyle,
        'fixed inset-auto m-0 max-h-[calc(100dvh-5rem)] overflow-y-auto p-0',
        className,
      )}
    >
      {children}
    </section>
  )
}
