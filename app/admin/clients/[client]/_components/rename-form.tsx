'use client'

import { ActionForm } from '@/components/forms/action-form'
import { RenameFields, renameConflict } from '@/components/forms/rename-fields'
import { SubmitButton } from '@/components/forms/submit-button'
import type { Place } from '@/lib/domain/tenancy/schema'
import type { ChangePlace } from './archive-button'

/** Another name for a client account or an engagement. */
export function RenameForm({ place, rename }: { place: Place; rename: ChangePlace }) {
  const { id, name } = place
  return (
    <ActionForm
      action={rename}
      successMessage="The new name stands everywhere"
      undo={(changed) => rename(null, { id, name, ...changed })}
      onConflict={renameConflict}
      aria-label={`Rename ${name}`}
      className="flex flex-wrap items-end gap-3"
    >
      <RenameFields of={place} className="flex-1 basis-56" />
      <SubmitButton variant="secondary" pendingLabel="Renaming…">
        Rename
      </SubmitButton>
    </ActionForm>
  )
}
