'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels of a row with a mouse; fingers get a higher one. */
const usual = 124

/** The height of a list's rows with the gap below, as the style sheet has it on this device. */
export function useRowHeight(list: RefObject<HTMLElement | null>, rows: number): number {
  const [height, setHeight] = useState(usual)
  useLayoutEffect(() => {
    const row = list.current?.querySelector('li')
    if (row && rows > 0 && row.offsetHeight > 0) setHeight(row.offsetHeight)
  }, [list, rows])
  return height
}
