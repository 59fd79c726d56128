'use client'

import { ActionForm } from '@/components/forms/action-form'
import { FormField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Select, type SelectGroup } from '@/components/ui/select'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { PendingRequest } from '@/lib/domain/users/schema'
import { approve } from '../actions'

const roleOptions = [
  { value: 'viewer', label: 'Viewer: reads' },
  { value: 'analyst', label: 'Analyst: imports and maps' },
  { value: 'manager', label: 'Manager: approves and deletes' },
]

/** Engagements under their client, because the same engagement name may occur twice. */
function byClient(engagements: readonly EngagementEntry[]): SelectGroup[] {
  const groups = new Map<string, SelectGroup & { options: { value: string; label: string }[] }>()
  for (const entry of engagements) {
    const group = groups.get(entry.clientId) ?? { label: entry.clientName, options: [] }
    group.options.push({ value: entry.engagementId, label: entry.engagementName })
    groups.set(entry.clientId, group)
  }
  return [...groups.values()]
}

export function ApproveForm({
  request,
  engagements,
}: {
  request: PendingRequest
  engagements: readonly EngagementEntry[]
}) {
  return (
    <ActionForm
      action={approve}
      successMessage={`${request.name} is let in`}
      aria-label={`Approve ${request.name}`}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <FormField name="engagementId" label="Engagement" required className="flex-1 basis-56">
        {(control) => (
          <Select {...control} placeholder="Choose an engagement" options={byClient(engagements)} />
        )}
      </FormField>
      <FormField name="role" label="Role" required className="flex-1 basis-48">
        {(control) => <Select {...control} defaultValue="viewer" options={roleOptions} />}
      </FormField>
      <SubmitButton pendingLabel="Letting in…">Let in</SubmitButton>
    </ActionForm>
  )
}
