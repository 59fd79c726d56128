'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

/** Milliseconds after which nobody expects a page to be as they left it. */
const life = 12 * 3_600_000

interface Kept {
  version: number
  at: number
  state: unknown
}

/**
 * Keeps how a person had set up a page, never its data, while the tab is open: it is there again
 * after Back, a reload or a way round other pages.
 * @param name of the page and of what it is about
 * @param version raised when the shape of the state changes; an older one is forgotten
 * @param state the present one
 * @param restore called once, before the page is seen, with what was kept
 */
export function useViewState<State>(
  name: string,
  version: number,
  state: State,
  restore: (kept: State) => void,
): void {
  const restoring = useRef(restore)
  useLayoutEffect(() => {
    const kept = readKept(name)
    const isCurrent = kept?.version === version && Date.now() - kept.at < life
    if (isCurrent) restoring.current(kept.state as State)
  }, [name, version])
  const isFirst = useRef(true)
  useEffect(() => {
    // What was restored comes with the next render; before it there is nothing to keep.
    if (isFirst.current) isFirst.current = false
    else writeKept(name, { version, at: Date.now(), state })
  }, [name, version, state])
}

function readKept(name: string): Kept | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(name) ?? 'null')
  } catch {
    // Storage that is switched off, or words of somebody else's, are nothing kept.
    return null
  }
}

function writeKept(name: string, kept: Kept): void {
  try {
    window.sessionStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Full or switched off: then the page is set up anew the next time.
  }
}
