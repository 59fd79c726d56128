'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './cn'
import { popupStyle } from './popup-style'

export interface PopoverProps {
  /** The button that opens it, as one element. */
  trigger: ReactElement
  title?: string
  align?: 'start' | 'center' | 'end'
  children: ReactNode
  className?: string
}

/** A small panel beside its button, for details that would crowd the page. */
export function Popover({ trigger, title, align = 'start', children, className }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={cn(popupStyle, 'w-72 max-w-[calc(100vw-1rem)] p-3', className)}>
            {title !== undefined && (
              <Base.Title className="mb-1 font-semibold text-base">{title}</Base.Title>
            )}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
