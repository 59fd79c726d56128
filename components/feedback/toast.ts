'use client'

import { toast } from 'sonner'

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
