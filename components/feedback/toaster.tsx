'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { currentToasts, onToastsChange } from './toast-store'

/** The first of these is early enough: an answer is told to somebody who has done something. */
const signsOfUse = ['pointerdown', 'keydown'] as const

/**
 * Where toasts appear. It stands once, in the root layout. What draws them is fetched when somebody
 * begins to do something, so that it is there for the answer, also if the network is gone by then.
 */
export function Toaster() {
  const [List, setList] = useState<ComponentType | null>(null)
  useEffect(() => {
    if (List !== null) return
    // What could not be fetched is tried again at the next sign.
    const load = () =>
      void import('./toast-list').then(
        ({ ToastList }) => setList(() => ToastList),
        () => undefined,
      )
    for (const sign of signsOfUse) window.addEventListener(sign, load, { passive: true })
    const stop = onToastsChange(load)
    if (currentToasts().length > 0) load()
    return () => {
      stop()
      for (const sign of signsOfUse) window.removeEventListener(sign, load)
    }
  }, [List])
  return List === null ? null : <List />
}
