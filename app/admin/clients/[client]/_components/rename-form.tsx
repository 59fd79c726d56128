'use client'

import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import type { Place } from '@/lib/domain/tenancy/schema'
import type { ChangePlace } from './archive-button'

const fields = [{ name: 'name', label: 'Name' }]

/** Another name for a client account or an engagement. */
export function RenameForm({
  place: { id, name, version },
  rename,
}: {
  place: Place
  rename: ChangePlace
}) {
  return (
    <ActionForm
      action={rename}
      successMessage="The new name stands everywhere"
      undo={(changed) => rename(null, { id, name, ...changed })}
      onConflict={fields}
      aria-label={`Rename ${name}`}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextField
        name="name"
        label="Name"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={name}
        className="flex-1 basis-56"
      />
      <SubmitButton variant="secondary" pendingLabel="Renaming…">
        Rename
      </SubmitButton>
    </ActionForm>
  )
}
