'use client'

import { ActionForm } from '@/components/forms/action-form'
import { FormField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Textarea } from '@/components/ui/input'
import type { PendingRequest } from '@/lib/domain/users/schema'
import { reject } from '../actions'

/** Folded away: most requests are let in. */
export function RejectForm({ request }: { request: PendingRequest }) {
  return (
    <details className="group border-t pt-3">
      <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm text-accent-text text-sm underline-offset-3 hover:underline">
        Turn down…
      </summary>
      <ActionForm
        action={reject}
        failures="toast"
        successMessage={`The request of ${request.name} is turned down`}
        aria-label={`Turn down ${request.name}`}
        className="mt-3 flex flex-col items-start gap-3"
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="version" value={request.version} />
        <FormField
          name="reason"
          label="Reason"
          hint="The person reads it on their page."
          required
          className="w-full"
        >
          {(control) => <Textarea {...control} rows={2} maxLength={1000} />}
        </FormField>
        <SubmitButton variant="danger" pendingLabel="Turning down…">
          Turn down
        </SubmitButton>
      </ActionForm>
    </details>
  )
}
