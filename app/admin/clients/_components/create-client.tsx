'use client'

import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { createClient } from '../actions'

/** Opens a client account and goes on to its page. */
export function CreateClient() {
  return (
    <ActionForm
      action={createClient}
      aria-label="New client"
      className="mb-4 flex max-w-xl flex-wrap items-end gap-3"
    >
      <TextField
        name="name"
        label="New client"
        required
        maxLength={80}
        autoComplete="off"
        className="flex-1 basis-56"
      />
      <SubmitButton pendingLabel="Opening…">Create client</SubmitButton>
    </ActionForm>
  )
}
