'use client'

import { useSyncExternalStore } from 'react'

export interface Connection {
  online: boolean
  /** Writes that wait in this page for the connection. */
  kept: number
}

const atFirst: Connection = { online: true, kept: 0 }
let present = atFirst
const listeners = new Set<() => void>()

function tell(change: Partial<Connection>): void {
  present = { ...present, ...change }
  for (const listener of listeners) listener()
}

const look = () => tell({ online: navigator.onLine })

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
  }
  listeners.add(listener)
  if (navigator.onLine !== present.online) look()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  }
}

/** Whether this page has a connection, and what waits for one. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => present,
    () => atFirst,
  )
}

/** Leaving the page would lose what waits in it: the browser asks first. */
const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

/** Says how many writes wait in this page. */
export function countKept(kept: number): void {
  if (kept > 0) window.addEventListener('beforeunload', askBeforeLeaving)
  else window.removeEventListener('beforeunload', askBeforeLeaving)
  tell({ kept })
}
