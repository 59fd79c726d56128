'use client'

import { useShortcuts } from '@/components/keyboard/use-shortcuts'

const links = (): Element[] => [...document.querySelectorAll('main a[data-row]')]

/** J and K go through the rows of a list; Enter opens the one that has the focus, as any link. */
export function RowKeys() {
  const move = (step: 1 | -1) => {
    const rows = links()
    const { activeElement } = document
    const at = activeElement === null ? -1 : rows.indexOf(activeElement)
    const next = at === -1 && step === -1 ? rows.length - 1 : at + step
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)]
    if (row instanceof HTMLElement) row.focus()
  }
  useShortcuts('Rows', [
    { keys: 'j', label: 'Next row', act: () => move(1) },
    { keys: 'k', label: 'Previous row', act: () => move(-1) },
  ])
  return null
}
