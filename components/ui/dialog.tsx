'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './button'
import { cn } from './cn'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons at the foot; the one that goes on comes last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
}

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' } as const

/** The browser's own modal dialog: it keeps the focus, Esc closes it, the focus goes back. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  size = 'sm',
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null || !open) return
    element.showModal()
    // While it is still there: one that is only taken out gives the focus back to nobody.
    return () => element.close()
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, given by the browser
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      // The state alone closes it: closed by the browser, it would miss a key that opens it again at once.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      className={cn(
        'm-auto w-[calc(100vw-2rem)] max-w-none overflow-hidden whitespace-normal rounded-xl border bg-raised p-0 text-left text-base text-ink shadow-dialog open:animate-appear max-sm:mb-4',
        widths[size],
      )}
    >
      <div className="flex max-h-[85dvh] flex-col">
        <header className="px-5 pt-4 pb-3">
          <h2 id={`${id}-title`} className="pr-8 font-semibold text-lg">
            {title}
          </h2>
          {description !== undefined && (
            <p id={`${id}-description`} className="mt-1 text-ink-muted">
              {description}
            </p>
          )}
        </header>
        {children !== undefined && (
          // Room above for the outline of a first field.
          <div className="-mt-1 min-h-0 overflow-y-auto px-5 pt-1 pb-4">{children}</div>
        )}
        {footer !== undefined && (
          <footer className="flex flex-wrap justify-end gap-2 border-t bg-sunken px-5 py-3">
            {footer}
          </footer>
        )}
      </div>
      {/* Last in order, so that the focus first goes to a field or to the safer button. */}
      <Button
        variant="quiet"
        size="sm"
        square
        aria-label="Close"
        onClick={onClose}
        className="absolute top-3 right-3"
      >
        <X aria-hidden />
      </Button>
    </dialog>
  )
}
