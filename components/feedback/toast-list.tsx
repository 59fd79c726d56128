'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useShortcuts } from '@/components/keyboard/use-shortcuts'
import { ToastCard } from './toast-card'
import { currentToasts, onToastsChange, type Toast } from './toast-store'

const none: readonly Toast[] = []
const nobody = { pointer: false, focus: false }

/**
 * The toasts themselves. Nothing goes while a person points at it, has the focus in it or looks at
 * another tab.
 */
export function ToastList() {
  const toasts = useSyncExternalStore(onToastsChange, currentToasts, () => none)
  const list = useRef<HTMLOListElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  const [held, setHeld] = useState(nobody)
  const isAway = useIsAway()
  const last = () => list.current?.querySelector<HTMLElement>('li:last-child button')
  useShortcuts('Everywhere', [
    { keys: 'n', label: 'Go to the newest message', act: () => last()?.focus() },
  ])
  useEffect(() => {
    // What has gone cannot be left any more.
    if (toasts.length === 0) setHeld(nobody)
  }, [toasts])

  return (
    <ol
      ref={list}
      aria-label="Messages"
      aria-live="polite"
      aria-relevant="additions"
      data-chrome
      onPointerEnter={() => setHeld((now) => ({ ...now, pointer: true }))}
      onPointerLeave={() => setHeld((now) => ({ ...now, pointer: false }))}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) {
          cameFrom.current = relatedTarget
        }
        setHeld((now) => ({ ...now, focus: true }))
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setHeld((now) => ({ ...now, focus: false }))
      }}
      className="pointer-events-none fixed right-4 bottom-4 z-50 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 max-md:right-1/2 max-md:bottom-18 max-md:peer-data-shown:bottom-40 max-md:translate-x-1/2"
    >
      {toasts.map((toast) => (
        <ToastCard
          key={toast.id}
          toast={toast}
          paused={held.pointer || held.focus || isAway}
          onLeave={() => cameFrom.current?.focus()}
        />
      ))}
    </ol>
  )
}

function useIsAway(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
    () => document.hidden,
    () => false,
  )
}
