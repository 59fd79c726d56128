'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether ⌘ is this keyboard's key for commands. */
function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}

const words: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  shift: 'Shift',
  alt: 'Alt',
}

/** How this keyboard's keys are labelled: `mod+k` → ["Ctrl", "K"]. */
export function useKeyWords(): (keys: string) => string[] {
  const apple = useSyncExternalStore(never, isApple, () => false)
  return (keys) =>
    keys.split('+').map((key) => {
      if (key === 'mod') return apple ? '⌘' : 'Ctrl'
      return words[key] ?? (key.length === 1 ? key.toUpperCase() : key)
    })
}
