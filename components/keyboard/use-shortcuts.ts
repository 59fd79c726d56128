'use client'

import { useEffect, useRef } from 'react'
import { addShortcuts, type Shortcut } from './shortcuts'

/**
 * Keys that act while a component is on the page. None of them acts while a person types or a
 * dialog is open; each of them stands in the list that `?` shows.
 * @param title what they are about; groups of one title are listed together
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef({ title, shortcuts })
  useEffect(() => {
    latest.current = { title, shortcuts }
  })
  useEffect(() => addShortcuts(() => latest.current), [])
}
