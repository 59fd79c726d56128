'use client'

import { ActionForm } from '@/components/forms/action-form'
import { RenameFields, renameConflict } from '@/components/forms/rename-fields'
import { Dialog } from '@/components/ui/dialog'
import { DialogFooter } from './dialog-footer'
import type { ViewActions, ViewItem } from './view-item'

/** Asks for another name of a view. */
export function RenameViewDialog({
  view,
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
        onConflict={renameConflict}
        onSuccess={onClose}
      >
        <RenameFields of={view} />
        <DialogFooter onCancel={onClose} pendingLabel="Renaming…">
          Rename
        </DialogFooter>
      </ActionForm>
    </Dialog>
  )
}
