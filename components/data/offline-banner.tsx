'use client'

import { CloudOff } from 'lucide-react'
import { useOnline } from './connection'

/** Says that there is no connection, and what becomes of what a person does meanwhile. */
export function OfflineBanner() {
  const isOnline = useOnline()
  return (
    <div
      aria-live="polite"
      data-chrome
      className="pointer-events-none fixed inset-x-0 bottom-16 z-50 flex justify-center px-4 md:bottom-4"
    >
      {!isOnline && (
        <p className="pointer-events-auto flex max-w-xl items-start gap-2.5 rounded-lg border border-warn-line bg-raised px-3 py-2 text-base shadow-raised">
          <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
          <span>You are offline. What you see may be older; what you enter stays here.</span>
        </p>
      )}
    </div>
  )
}
