'use client'

import { Button, type ButtonProps } from '@/components/ui/button'
import { useFormState } from './form-context'

export interface SubmitButtonProps extends Omit<ButtonProps, 'type' | 'busy'> {
  /** Said while the action runs, such as "Signing in…". */
  pendingLabel?: string
}

/** Sends the form around it; while the action runs it turns, says so and takes no second press. */
export function SubmitButton({
  pendingLabel,
  variant = 'primary',
  children,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormState()
  return (
    <Button type="submit" variant={variant} busy={pending} {...rest}>
      {pending && pendingLabel !== undefined ? pendingLabel : children}
    </Button>
  )
}
