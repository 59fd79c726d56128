'use client'

import { toast } from 'sonner'
import { pendingMessage } from '@/lib/base/errors'
import type { Success } from '@/lib/base/result'

/** Something worked. */
export function toastSuccess(message: string, description?: string): void {
  toast.success(message, { description })
}

/** A change was made; one that not every page shows yet says so. */
export function toastDone(
  { invalidation }: Success<unknown>,
  message?: string,
  description?: string,
): void {
  if (invalidation === 'pending') {
    toast.warning(message ?? 'Saved', { description: pendingMessage, duration: 10_000 })
  } else if (message !== undefined) toastSuccess(message, description)
}

/** Something did not work, and what can be done about it. */
export function toastFailure(message: string, retry?: () => void): void {
  toast.error(message, {
    duration: 10_000,
    action: retry === undefined ? undefined : { label: 'Retry', onClick: retry },
  })
}
