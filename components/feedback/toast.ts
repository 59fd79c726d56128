'use client'

import { startTransition } from 'react'
import { runAction } from '@/components/data/run-action'
import { isPassing, pendingMessage } from '@/lib/base/errors'
import type { Failure, Result, Success } from '@/lib/base/result'
import { showToast } from './toast-store'
import { waitOf } from './use-countdown'

const usualMs = 6000
/** Where there is something to read or to decide. */
const longMs = 10_000

/** Something worked. */
export function toastSuccess(message: string, description?: string): void {
  showToast({ tone: 'good', message, description, lasts: usualMs })
}

/** A change was made; one that not every page shows yet says so. */
export function toastDone(
  { invalidation }: Success<unknown>,
  message?: string,
  description?: string,
): void {
  if (invalidation === 'pending') {
    const words = { message: message ?? 'Saved', description: pendingMessage }
    showToast({ tone: 'warn', ...words, lasts: longMs })
  } else if (message !== undefined) toastSuccess(message, description)
}

/** A change was made, and is taken back at a press for as long as this stands. */
export function toastUndoable(
  { invalidation }: Success<unknown>,
  message: string,
  undo: () => Promise<Result<unknown>>,
): void {
  const pending = invalidation === 'pending'
  showToast({
    tone: pending ? 'warn' : 'good',
    message,
    description: pending ? pendingMessage : undefined,
    action: { label: 'Undo', onPress: () => startTransition(() => takeBack(undo)) },
    lasts: longMs,
  })
}

/** Takes a change back and says what became of it; what is refused for now is offered again. */
export async function takeBack(undo: () => Promise<Result<unknown>>): Promise<void> {
  const undone = await runAction(undo)
  if (undone.ok) toastDone(undone, 'Undone')
  else toastRefusal(undone, () => startTransition(() => takeBack(undo)))
}

/** Something did not work, and what can be done about it. */
export function toastFailure(message: string, retry?: () => void): void {
  showToast({
    tone: 'bad',
    message,
    action: retry && { label: 'Retry', onPress: retry },
    lasts: longMs,
  })
}

/**
 * Something was refused.
 * @param retry offered for what may well succeed later, once the time to wait is over
 */
export function toastRefusal(refusal: Failure, retry?: () => void): void {
  const wait = waitOf(refusal)
  const onPress = isPassing(refusal.code) ? retry : undefined
  showToast({
    tone: 'bad',
    message: refusal.message,
    action: onPress && { label: 'Retry', onPress, wait },
    lasts: longMs + wait * 1000,
  })
}
