'use client'

import { startTransition } from 'react'
import { errorMessage, pendingMessage } from '@/lib/base/errors'
import type { Result, Success } from '@/lib/base/result'
import { callToast } from './toast-call'

/** Something worked. */
export function toastSuccess(message: string, description?: string): void {
  callToast({ tone: 'success', message, description })
}

/** A change was made; one that not every page shows yet says so. */
export function toastDone(
  { invalidation }: Success<unknown>,
  message?: string,
  description?: string,
): void {
  if (invalidation === 'pending') {
    callToast({
      tone: 'warning',
      message: message ?? 'Saved',
      description: pendingMessage,
      duration: 10_000,
    })
  } else if (message !== undefined) toastSuccess(message, description)
}

/** A change was made, and is taken back at a press for as long as this stands. */
export function toastUndoable(
  { invalidation }: Success<unknown>,
  message: string,
  undo: () => Promise<Result<unknown>>,
): void {
  const pending = invalidation === 'pending'
  callToast({
    tone: pending ? 'warning' : 'success',
    message,
    description: pending ? pendingMessage : undefined,
    duration: 10_000,
    action: { label: 'Undo', onClick: () => startTransition(() => takeBack(undo)) },
  })
}

async function takeBack(undo: () => Promise<Result<unknown>>): Promise<void> {
  try {
    const undone = await undo()
    if (undone.ok) toastDone(undone, 'Undone')
    else toastFailure(undone.message)
  } catch {
    toastFailure(errorMessage('unavailable'))
  }
}

/** Something did not work, and what can be done about it. */
export function toastFailure(message: string, retry?: () => void): void {
  callToast({
    tone: 'error',
    message,
    duration: 10_000,
    action: retry === undefined ? undefined : { label: 'Retry', onClick: retry },
  })
}
