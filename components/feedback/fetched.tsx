'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { showToast } from './toast-store'

interface WhenMissing {
  /** Told when the part could not be fetched: it can be asked for anew. */
  onMissing?: () => void
}

/**
 * A part of a page that comes in a file of its own, once it is shown. Where that file cannot be
 * fetched a toast says so and the page stays; the framework's own way shows the error page in place
 * of everything, with what a person has entered.
 */
export function fetched<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & WhenMissing> {
  let known: ComponentType<Props> | null = null
  // biome-ignore lint/correctness/noComponentHookFactories: made once a file, not while drawing
  return function Fetched(props: Props & WhenMissing) {
    const [Part, setPart] = useState(() => known)
    const { onMissing } = props
    // biome-ignore lint/correctness/useExhaustiveDependencies: who is told later is no other part
    useEffect(() => {
      let isShown = true
      const take = (part: ComponentType<Props>) => {
        known = part
        if (isShown) setPart(() => part)
      }
      const miss = () => {
        if (!isShown) return
        const message = 'This could not be loaded. Check your connection and try again.'
        showToast({ tone: 'bad', message, lasts: 10_000 })
        onMissing?.()
      }
      if (Part === null) load().then(take, miss)
      return () => {
        isShown = false
      }
    }, [])
    return Part && <Part {...props} />
  }
}
