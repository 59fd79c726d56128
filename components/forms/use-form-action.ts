'use client'

import { unstable_rethrow } from 'next/navigation'
import { type SubmitEvent, useActionState, useRef, useState, useTransition } from 'react'
import { failure, type Result } from '@/lib/base/result'
import type { FormAction } from './form-action'

export interface FormRun<T> {
  result: Result<T> | null
  pending: boolean
  /** For a browser without scripts. */
  formAction: (form: FormData) => void
  submit: (event: SubmitEvent<HTMLFormElement>) => void
  /** The same with data that the form itself may not show. */
  send: (data: FormData, form: HTMLFormElement) => void
}

/**
 * Runs a form's action. With scripts the call is made here and not by React's own form handling:
 * that one empties every field when the action has ended, a refused one too.
 */
export function useFormAction<T>(
  action: FormAction<T>,
  onAnswer: (result: Result<T>, form: HTMLFormElement, sent: FormData) => void,
  onSend?: (form: FormData) => void,
): FormRun<T> {
  const [firstResult, formAction] = useActionState(action, null)
  const [laterResult, setLaterResult] = useState<Result<T> | null>(null)
  const [pending, startTransition] = useTransition()
  const running = useRef(false)

  const send = (data: FormData, form: HTMLFormElement) => {
    if (running.current) return
    running.current = true
    startTransition(async () => {
      onSend?.(data)
      const result = await answer(action, data).finally(() => {
        running.current = false
      })
      startTransition(() => {
        setLaterResult(result)
        onAnswer(result, form, data)
      })
    })
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    send(new FormData(form, event.nativeEvent.submitter), form)
  }
  return { result: laterResult ?? firstResult, pending, formAction, submit, send }
}

/** A request that never came back is a failure with words, not a broken page. */
async function answer<T>(action: FormAction<T>, data: FormData): Promise<Result<T>> {
  try {
    return await action(null, data)
  } catch (error) {
    unstable_rethrow(error)
    return navigator.onLine
      ? failure('unavailable')
      : failure('unavailable', {
          message: 'You seem to be offline. What you entered is still here; please try again.',
        })
  }
}
