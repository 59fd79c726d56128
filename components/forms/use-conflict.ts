'use client'

import { useState } from 'react'
import type { NewerState } from '@/lib/base/conflict'
import type { ConflictChoice, ConflictRow } from './conflict-dialog'
import { type ConflictField, chosenForm, conflictRows } from './conflict-rows'

interface OpenConflict {
  sent: FormData
  newer: NewerState
  form: HTMLFormElement
  rows: ConflictRow[]
}

/**
 * Holds a form's conflict until the person has chosen.
 * @param send sends the form anew; it is not called when everything of the other is taken
 */
export function useConflict(
  fields: readonly ConflictField[],
  send: (data: FormData, form: HTMLFormElement) => void,
) {
  const [open, setOpen] = useState<OpenConflict | null>(null)
  return {
    rows: open?.rows ?? null,
    /** @returns whether there is anything to choose */
    meet: (sent: FormData, newer: NewerState, form: HTMLFormElement): boolean => {
      const rows = conflictRows(fields, sent, newer)
      if (rows.length > 0) setOpen({ sent, newer, form, rows })
      return rows.length > 0
    },
    close: () => setOpen(null),
    choose: (choice: ConflictChoice) => {
      if (open === null) return
      const { sent, newer, form, rows } = open
      setOpen(null)
      const data = chosenForm(sent, newer, choice)
      for (const { name } of rows) show(form, name, String(data.get(name)))
      if (rows.some(({ name }) => choice[name] === 'mine')) send(data, form)
    },
  }
}

function show(form: HTMLFormElement, name: string, value: string): void {
  const element = form.elements.namedItem(name)
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    element.value = value
  }
}
