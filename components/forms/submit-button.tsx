'use client'

import { waitWords } from '@/components/feedback/use-countdown'
import { Button, type ButtonProps } from '@/components/ui/button'
import { useFormState } from './form-context'

export interface SubmitButtonProps extends Omit<ButtonProps, 'type' | 'busy'> {
  /** Said while the action runs, such as "Signing in…". */
  pendingLabel?: string
}

/**
 * Sends the form around it; while the action runs it turns, says so and takes no second press. After
 * too many tries it counts down to the next.
 */
export function SubmitButton({
  pendingLabel,
  variant = 'primary',
  children,
  ...rest
}: SubmitButtonProps) {
  const { pending, wait } = useFormState()
  if (wait > 0 && !pending) {
    return (
      <Button type="submit" variant={variant} {...rest} aria-disabled>
        <span className="tabular-nums">Try again in {waitWords(wait)}</span>
      </Button>
    )
  }
  return (
    <Button type="submit" variant={variant} busy={pending} {...rest}>
      {pending && pendingLabel !== undefined ? pendingLabel : children}
    </Button>
  )
}
