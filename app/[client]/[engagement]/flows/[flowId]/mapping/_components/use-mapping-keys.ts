'use client'

import { useEffect, useRef } from 'react'

export interface MappingKeys {
  move: (step: 1 | -1) => void
  select: () => void
  approve: () => void
  reject: () => void
}

/** Keys for working through columns without a mouse; none of them acts while a person types. */
export function useMappingKeys(keys: MappingKeys) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const act = actionOf(event.key.toLowerCase(), latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function actionOf(key: string, keys: MappingKeys): (() => void) | undefined {
  const actions = new Map<string, () => void>([
    ['j', () => keys.move(1)],
    ['k', () => keys.move(-1)],
    ['x', keys.select],
    ['a', keys.approve],
    ['r', keys.reject],
  ])
  return actions.get(key)
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target.isContentEditable || /^(select|textarea)$/i.test(target.tagName)
}
