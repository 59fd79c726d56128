'use client'

import type { ReactNode } from 'react'
import { ActionForm, type ActionFormProps } from '@/components/forms/action-form'
import { SubmitButton, type SubmitButtonProps } from '@/components/forms/submit-button'

interface OneButtonFormProps<T>
  extends Omit<ActionFormProps<T>, 'failures' | 'onConflict' | 'children'> {
  /** What the action is told; hidden fields of the form. */
  values: Readonly<Record<string, string | number>>
  size?: SubmitButtonProps['size']
  pendingLabel?: string
  /** For those who listen, when the button's words need its surroundings. */
  label?: string
  children: ReactNode
}

/** A button that changes one thing: a form, so that it works before the scripts are there. */
export function OneButtonForm<T>({
  values,
  size = 'sm',
  pendingLabel,
  label,
  children,
  ...form
}: OneButtonFormProps<T>) {
  return (
    <ActionForm failures="toast" onConflict="repeat" {...form}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" size={size} pendingLabel={pendingLabel} aria-label={label}>
        {children}
      </SubmitButton>
    </ActionForm>
  )
}
