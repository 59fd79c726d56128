'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useFocusInside } from '@/components/keyboard/use-focus-inside'

interface Left {
  /** Its parameter, and where it stood among the filters in use. */
  name: string
  at: number
}

/**
 * Around a list's filters. A filter in use that is taken away leaves the focus to the one after it,
 * the last to the field that it was chosen with.
 */
export function FilterFocus({ className, children }: { className: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const left = useRef<Left>(null)
  const { isLost, around } = useFocusInside((target) => {
    const at = frame.current === null ? -1 : inUse(frame.current).indexOf(target)
    left.current = { name: target.dataset.filter ?? '', at }
  })
  useLayoutEffect(() => {
    if (frame.current && isLost()) heirOf(frame.current, left.current)?.focus()
  })
  return (
    <div ref={frame} data-chrome className={className} {...around}>
      {children}
    </div>
  )
}

const inUse = (frame: HTMLElement) => [...frame.querySelectorAll<HTMLElement>('[data-filter]')]

function heirOf(frame: HTMLElement, left: Left | null): HTMLElement | null {
  const chips = inUse(frame)
  const fields = [...frame.querySelectorAll<HTMLInputElement>('input[type=search], select')]
  const own = fields.find(({ name }) => name === left?.name)
  return chips[left?.at ?? -1] ?? chips.at(-1) ?? own ?? fields[0] ?? null
}
