'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Setting } from '@/lib/domain/flags/schema'
import { applyFlagEdit } from '../../actions'
import { NewerState } from './newer-state'

interface ApplyFormProps {
  /** The edit, as hidden fields. */
  fields: Readonly<Record<string, string>>
  /** Of the values that are shown. */
  digest: string
  /** What they say. */
  settings: readonly Setting[]
}

/** Asks why, and writes. When somebody else was quicker it shows what was seen beside what is. */
export function ApplyForm({ fields, digest, settings }: ApplyFormProps) {
  const [seen] = useState({ digest, settings })
  const isNewer = seen.digest !== digest
  return (
    <Card aria-label="Why">
      <CardHeader title="Why" description="It stands in the history beside your name." />
      <CardBody>
        <ActionForm action={applyFlagEdit} className="flex flex-col gap-4">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="expectedDigest" value={digest} />
          {isNewer && <NewerState seen={seen.settings} current={settings} />}
          <TextField
            name="reason"
            label="Reason"
            required
            minLength={3}
            maxLength={300}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel="Writing…">
              {isNewer ? 'Apply to the newer state' : 'Apply'}
            </SubmitButton>
            <LinkButton href="/admin/flags" variant="quiet">
              Cancel
            </LinkButton>
          </div>
        </ActionForm>
      </CardBody>
    </Card>
  )
}
