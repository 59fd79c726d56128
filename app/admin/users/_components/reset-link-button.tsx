'use client'

import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { makeResetLink } from '../actions'
import { ResetLinkDialog } from './reset-link-dialog'

/** Makes a one-time link for a person's new password and shows it this once. */
export function ResetLinkButton({ userId, name }: { userId: string; name: string }) {
  const [made, setMade] = useState<{ link: string; expiresAt: Date } | null>(null)
  return (
    <>
      <ActionForm
        action={makeResetLink}
        onSuccess={setMade}
        failures="toast"
        className="inline-flex"
      >
        <input type="hidden" name="userId" value={userId} />
        <SubmitButton
          variant="secondary"
          size="sm"
          aria-label={`Make a link for a new password of ${name}`}
        >
          <KeyRound aria-hidden />
          <span className="max-sm:sr-only">Reset link</span>
        </SubmitButton>
      </ActionForm>
      <ResetLinkDialog name={name} made={made} onClose={() => setMade(null)} />
    </>
  )
}
