'use client'

import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { Dialog } from '@/components/ui/dialog'
import { DialogFooter } from './dialog-footer'
import type { ViewActions, ViewItem } from './view-item'

const fields = [{ name: 'name', label: 'Name' }]

/** Asks for another name of a view. */
export function RenameViewDialog({
  view: { id, version, name },
  change,
  onClose,
}: {
  view: ViewItem
  change: ViewActions['change']
  onClose: () => void
}) {
  return (
    <Dialog open onClose={onClose} title="Rename this view">
      <ActionForm
        action={change}
        successMessage="The view has its new name"
        onConflict={fields}
        onSuccess={onClose}
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
        />
        <DialogFooter onCancel={onClose} pendingLabel="Renaming…">
          Rename
        </DialogFooter>
      </ActionForm>
    </Dialog>
  )
}
