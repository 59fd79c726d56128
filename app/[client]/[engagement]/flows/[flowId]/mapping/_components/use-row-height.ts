'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels of a row with a mouse; fingers get a higher one. */
const usual = 124

/** The height of a list's rows with the gap below, as the style sheet has it on this device. */
export function useRowHeight(list: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(usual)
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    const look = () => {
      const row = element.querySelector('li')
      if (row && row.offsetHeight > 0) setHeight(row.offsetHeight)
    }
    look()
    // A small screen shows one list at a time: the others get their first size later.
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [list])
  return height
}
