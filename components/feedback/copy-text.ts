'use client'

import { toastFailure, toastSuccess } from './toast'

/** Puts a text into the clipboard and says so; where the browser forbids it, what to do instead. */
export async function copyText(
  text: string,
  said: { done: string; description?: string; instead: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toastSuccess(said.done, said.description)
  } catch {
    toastFailure(`Your browser does not let us copy. ${said.instead}`)
  }
}
