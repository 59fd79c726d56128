'use client'

import { type FocusEvent, useRef } from 'react'

/**
 * Knows whether the focus was in a part of a page. What has it may go, whoever took it away; then
 * the keys would begin again at the top of the page, unless something else gets it.
 * @param onEnter called with whatever in the part gets the focus
 */
export function useFocusInside(onEnter?: (target: HTMLElement) => void) {
  const isInside = useRef(false)
  return {
    /** Whether it was inside and nothing has it now; to be asked when the page has just changed. */
    isLost: () => isInside.current && hasNobody(),
    /** For the element around the part. */
    around: {
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        isInside.current = true
        onEnter?.(target)
      },
      onBlur: ({ target, relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
        // What loses the focus because it is removed has not been left.
        if (target.isConnected && !currentTarget.contains(relatedTarget)) isInside.current = false
      },
    },
  }
}

const hasNobody = () => document.activeElement === null || document.activeElement === document.body
