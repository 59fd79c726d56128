'use client'

import { useShortcuts } from '@/components/keyboard/use-shortcuts'

export interface BoardKeys {
  move: (step: 1 | -1) => void
  select: () => void
  decide: (kind: 'approve' | 'reject') => void
  look: () => void
  undo: () => void
}

/** The keys for working through columns without a mouse. */
export function useBoardKeys({ move, select, decide, look, undo }: BoardKeys): void {
  useShortcuts('Columns', [
    { keys: 'j', label: 'Next column', act: () => move(1) },
    { keys: 'k', label: 'Column before', act: () => move(-1) },
    { keys: 'x', label: 'Select the column', act: select },
    { keys: 'a', label: 'Approve', act: () => decide('approve') },
    { keys: 'r', label: 'Reject', act: () => decide('reject') },
    { keys: 'Enter', label: 'Choose its attribute', act: look },
    { keys: 'z', label: 'Take the last decision back', act: undo },
  ])
}
