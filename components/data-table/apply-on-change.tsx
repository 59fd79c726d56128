'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Submits its form when a choice changes; the button stays for typing and for the keyboard. */
export function ApplyOnChange({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const apply = (event: Event) => {
      if (event.target instanceof HTMLSelectElement) form.requestSubmit()
    }
    form.addEventListener('change', apply)
    return () => form.removeEventListener('change', apply)
  }, [])
  return (
    <div ref={place} className="contents">
      {children}
    </div>
  )
}
