'use client'

import { toast } from 'sonner'

/** Seconds in which a choice can be taken back; a person who reads slowly needs five at least. */
const undoTime = 8000

/** Something worked. */
export function toastSuccess(message: string, description?: string): void {
  toast.success(message, { description })
}

/** Something did not work, and what can be done about it. */
export function toastFailure(message: string, retry?: () => void): void {
  toast.error(message, {
    duration: 10_000,
    action: retry === undefined ? undefined : { label: 'Retry', onClick: retry },
  })
}

/** Something was done that can be taken back for a while. */
export function toastUndo(message: string, undo: () => void): void {
  toast(message, { duration: undoTime, action: { label: 'Undo', onClick: undo } })
}
