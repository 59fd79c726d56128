'use client'

import { useSyncExternalStore } from 'react'

let present = true
const listeners = new Set<() => void>()

function look(): void {
  present = navigator.onLine
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
  }
  listeners.add(listener)
  if (navigator.onLine !== present) look()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  }
}

/** Whether this page has a connection. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => present,
    () => true,
  )
}
