'use client'

import { useRef } from 'react'

/**
 * Keeps to the version that a person saw when they began to fill in a form: a page may be shown anew
 * while they type, and what is sent must still say from which state they set out. Otherwise it would
 * overwrite unasked what somebody else has changed meanwhile.
 */
export function useSeenVersion() {
  const seen = useRef<string | null>(null)
  return {
    /** Something was filled in. */
    keep: (form: HTMLFormElement) => {
      seen.current ??= inputOf(form)?.value ?? null
    },
    /** The form is about to be sent. */
    restore: (form: HTMLFormElement) => {
      const input = inputOf(form)
      if (input && seen.current !== null) input.value = seen.current
    },
    /** The person has seen the present state. */
    forget: () => {
      seen.current = null
    },
  }
}

function inputOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[type="hidden"][name="version"]')
}
