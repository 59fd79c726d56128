'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows from `from` up to, not including, `to`. */
export interface RowRange {
  from: number
  to: number
}

/** Rows that are drawn beyond both edges, and the step in which the range moves. */
const [beyond, step] = [4, 4]
/** Drawn by the server, which knows no screen. */
export const atFirst: RowRange = { from: 0, to: 16 }

/**
 * Which rows of a list of equal rows are in sight, whoever scrolls: the list's own box or the page.
 * @param list the rows' list; its first child is a row, from which the height of all is taken
 */
export function useVisibleRows(list: RefObject<HTMLElement | null>, rowHeight: number): RowRange {
  const [range, setRange] = useState(atFirst)
  useLayoutEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const element = list.current
      if (element === null || element.offsetParent === null) return
      const { from, to } = rowsInSight(element, rowHeight)
      const next = {
        from: Math.max(0, Math.floor((from - beyond) / step) * step),
        to: Math.ceil((to + beyond) / step) * step,
      }
      setRange((now) => (now !== atFirst && isSame(now, next) ? now : next))
    }
    const soon = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    const observer = new ResizeObserver(soon)
    if (list.current) observer.observe(list.current)
    // A scroll does not bubble; on its way down every box's is heard.
    document.addEventListener('scroll', soon, { capture: true, passive: true })
    window.addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('scroll', soon, { capture: true })
      window.removeEventListener('resize', soon)
    }
  }, [list, rowHeight])
  return range
}

function isSame(one: RowRange, other: RowRange): boolean {
  return one.from === other.from && one.to === other.to
}

/** Rows that a person can see now, in part or whole. */
export function rowsInSight(list: HTMLElement, rowHeight: number): RowRange {
  const box = list.parentElement?.getBoundingClientRect()
  const { top } = list.getBoundingClientRect()
  const from = Math.max(0, box?.top ?? 0) - top
  const to = Math.min(window.innerHeight, box?.bottom ?? 0) - top
  return {
    from: Math.max(0, Math.floor(from / rowHeight)),
    to: Math.max(0, Math.ceil(to / rowHeight)),
  }
}
