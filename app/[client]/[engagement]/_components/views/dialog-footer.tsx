'use client'

import type { ReactNode } from 'react'
import { SubmitButton } from '@/components/forms/submit-button'
import { Button } from '@/components/ui/button'

/** The buttons at the end of a dialog's form. */
export function DialogFooter({
  onCancel,
  pendingLabel,
  children,
}: {
  onCancel: () => void
  pendingLabel: string
  children: ReactNode
}) {
  return (
    <div className="mt-5 flex justify-end gap-2">
      <Button onClick={onCancel}>Cancel</Button>
      <SubmitButton pendingLabel={pendingLabel}>{children}</SubmitButton>
    </div>
  )
}
