'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { toastDone, toastFailure, toastRefusal, toastUndoable } from '@/components/feedback/toast'
import { useCountdown, waitOf } from '@/components/feedback/use-countdown'
import { Alert } from '@/components/ui/alert'
import { newerStateOf } from '@/lib/base/conflict'
import type { Failure, Result } from '@/lib/base/result'
import type { KindOfWork } from '@/lib/request/kinds'
import { ConflictDialog } from './conflict-dialog'
import { type ConflictField, chosenForm } from './conflict-rows'
import type { FormAction } from './form-action'
import { FormStateProvider } from './form-context'
import { useConflict } from './use-conflict'
import { useFormAction } from './use-form-action'
import { useSeenVersion } from './use-seen-version'

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
  /**
   * When somebody else was faster: fields to choose about, theirs or one's own; or `repeat`, which
   * offers to do the same to the newer state. Without it the refusal is only said.
   */
  onConflict?: readonly ConflictField[] | 'repeat'
  /** How long the answer is waited for; `default` unless said. */
  kind?: KindOfWork
  className?: string
  children: ReactNode
  'aria-label'?: string
}

const noFields: readonly ConflictField[] = []

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
  onConflict = noFields,
  kind,
  className,
  children,
  ...rest
}: ActionFormProps<T>) {
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const version = useSeenVersion()
  const onRefusal = (refusal: Failure, sent: FormData, element: HTMLFormElement) => {
    const newer = refusal.code === 'conflict' ? newerStateOf(refusal) : null
    if (newer !== null && onConflict === 'repeat') {
      toastFailure(refusal.message, () => send(chosenForm(sent, newer, {}), element))
    } else if (newer !== null && conflict.meet(sent, newer, element)) {
      return
    } else if (failures === 'toast') toastRefusal(refusal)
  }
  const onAnswer = (answer: Result<T>, element: HTMLFormElement, sent: FormData) => {
    if (answer.ok || answer.code === 'conflict') version.forget()
    if (!answer.ok) return onRefusal(answer, sent, element)
    if (resetOnSuccess) element.reset()
    if (undo && successMessage) toastUndoable(answer, successMessage, () => undo(answer.data))
    else toastDone(answer, successMessage)
    onSuccess?.(answer.data)
  }
  const { result, pending, formAction, submit, send } = useFormAction(action, onAnswer, {
    onSend,
    kind,
  })
  const fields = onConflict === 'repeat' ? noFields : onConflict
  const conflict = useConflict(fields, send)
  const refused = result !== null && !result.ok ? result : null
  const wait = useCountdown(waitOf(refused), refused)
  const mayAgain = wait === 0 && waitOf(refused) > 0

  useEffect(() => {
    if (refused === null) return
    const target =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('[data-form-failure]')
    target?.focus()
  }, [refused])

  return (
    <FormStateProvider value={{ pending, wait, failure: refused, formId }}>
      <form
        ref={form}
        action={formAction}
        onInput={(event) => version.keep(event.currentTarget)}
        onSubmit={(event) => {
          if (wait > 0) return event.preventDefault()
          version.restore(event.currentTarget)
          submit(event)
        }}
        aria-busy={pending || undefined}
        className={className}
        {...rest}
      >
        {refused !== null && failures === 'above' && (
          <div data-form-failure tabIndex={-1} className="mb-4 rounded-lg">
            {mayAgain ? (
              <Alert live>You can try again now.</Alert>
            ) : (
              <Alert tone="bad" live>
                {refused.message}
              </Alert>
            )}
          </div>
        )}
        {children}
      </form>
      {fields.length > 0 && (
        <ConflictDialog rows={conflict.rows} onClose={conflict.close} onChoose={conflict.choose} />
      )}
    </FormStateProvider>
  )
}
