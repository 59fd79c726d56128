'use client'

import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { createEngagement } from '../../actions'

/** Opens another engagement of a client account. */
export function CreateEngagement({ clientId }: { clientId: string }) {
  return (
    <ActionForm
      action={createEngagement}
      successMessage="The engagement is open; let people in on their pages"
      resetOnSuccess
      aria-label="New engagement"
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="clientId" value={clientId} />
      <TextField
        name="name"
        label="New engagement"
        required
        maxLength={80}
        autoComplete="off"
        className="flex-1 basis-56"
      />
      <SubmitButton pendingLabel="Opening…">Create engagement</SubmitButton>
    </ActionForm>
  )
}
