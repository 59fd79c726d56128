'use client'

import { type SubmitEvent, useActionState, useRef, useState, useTransition } from 'react'
import { runAction } from '@/components/data/run-action'
import type { Result } from '@/lib/base/result'
import type { KindOfWork } from '@/lib/request/kinds'
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
  { onSend, kind }: { onSend?: (form: FormData) => void; kind?: KindOfWork } = {},
): FormRun<T> {
  const [firstResult, formAction] = useActionState(action, null)
  const [laterResult, setLaterResult] = useState<Result<T> | null>(null)
  const [isRunning, startTransition] = useTransition()
  const [gaveUp, setGaveUp] = useState(false)
  const running = useRef(false)

  const send = (data: FormData, form: HTMLFormElement) => {
    if (running.current) return
    running.current = true
    setGaveUp(false)
    startTransition(async () => {
      onSend?.(data)
      const result = await runAction(() => action(null, data), kind).finally(() => {
        running.current = false
      })
      const show = () => {
        setLaterResult(result)
        onAnswer(result, form, data)
      }
      if (result.ok || result.code !== 'timed_out') return startTransition(show)
      // A transition would wait for the action all the same.
      setGaveUp(true)
      show()
    })
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    send(new FormData(form, event.nativeEvent.submitter), form)
  }
  const pending = isRunning && !gaveUp
  return { result: laterResult ?? firstResult, pending, formAction, submit, send }
}
