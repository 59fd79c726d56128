'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { toastDone, toastFailure, toastUndoable } from '@/components/feedback/toast'
import { Alert } from '@/components/ui/alert'
import type { Result } from '@/lib/base/result'
import type { FormAction } from './form-action'
import { FormStateProvider } from './form-context'
import { useFormAction } from './use-form-action'

export interface ActionFormProps<T> {
  action: FormAction<T>
  /** A toast with these words when it worked. */
  successMessage?: string
  onSuccess?: (data: T) => void
  /** Takes the change back; with a `successMessage` the toast offers it. */
  undo?: (data: T) => Promise<Result<unknown>>
  /** Before the answer, in the form's transition: for what is shown meanwhile. */
  onSend?: (form: FormData) => void
  /** Empties the fields when it worked; they always stay when it did not. */
  resetOnSuccess?: boolean
  /** Where a refusal is said: above the fields, or as a toast for forms of one button. */
  failures?: 'above' | 'toast'
  className?: string
  children: ReactNode
  'aria-label'?: string
}

/**
 * A form around a server action that gives a `Result`. Problems of fields stand at the fields
 * (`FormField`), the first of them gets the focus; other problems stand above.
 */
export function ActionForm<T>({
  action,
  successMessage,
  onSuccess,
  undo,
  onSend,
  resetOnSuccess = false,
  failures = 'above',
  className,
  children,
  ...rest
}: ActionFormProps<T>) {
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const onAnswer = (answer: Result<T>, element: HTMLFormElement) => {
    if (!answer.ok) {
      if (failures === 'toast') toastFailure(answer.message)
      return
    }
    if (resetOnSuccess) element.reset()
    if (undo && successMessage) toastUndoable(answer, successMessage, () => undo(answer.data))
    else toastDone(answer, successMessage)
    onSuccess?.(answer.data)
  }
  const { result, pending, formAction, submit } = useFormAction(action, onAnswer, onSend)
  const refused = result !== null && !result.ok ? result : null

  useEffect(() => {
    if (refused === null) return
    const target =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('[data-form-failure]')
    target?.focus()
  }, [refused])

  return (
    <FormStateProvider value={{ pending, failure: refused, formId }}>
      <form
        ref={form}
        action={formAction}
        onSubmit={submit}
        aria-busy={pending || undefined}
        className={className}
        {...rest}
      >
        {refused !== null && failures === 'above' && (
          <div data-form-failure tabIndex={-1} className="mb-4 rounded-lg">
            <Alert tone="bad" live>
              {refused.message}
            </Alert>
          </div>
        )}
        {children}
      </form>
    </FormStateProvider>
  )
}
