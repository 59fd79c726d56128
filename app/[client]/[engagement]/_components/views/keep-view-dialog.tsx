'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import type { ViewScreen } from '@/lib/domain/views/schema'
import { DialogFooter } from './dialog-footer'
import { viewHref } from './view-href'
import type { ViewActions } from './view-item'

/** Asks for the name under which the list's filters and order are kept. */
export function KeepViewDialog({
  screen,
  query,
  pathname,
  mayShare,
  keep,
  onClose,
}: {
  screen: ViewScreen
  query: string
  pathname: string
  mayShare: boolean
  keep: ViewActions['keep']
  onClose: () => void
}) {
  const router = useRouter()
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save this view"
      description="Its filters and its order under a name. It always shows what is there by then."
    >
      <ActionForm
        action={keep}
        successMessage="The view is saved"
        onSuccess={({ id }) => {
          router.replace(viewHref(pathname, { id, query }), { scroll: false })
          onClose()
        }}
      >
        <input type="hidden" name="screen" value={screen} />
        <input type="hidden" name="query" value={query} />
        <TextField name="name" label="Name" required maxLength={80} autoComplete="off" />
        {mayShare && (
          <Checkbox
            name="shared"
            label="Share with everybody in this engagement"
            className="mt-3"
          />
        )}
        <DialogFooter onCancel={onClose} pendingLabel="Saving…">
          Save
        </DialogFooter>
      </ActionForm>
    </Dialog>
  )
}
