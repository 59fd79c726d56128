'use client'

import { ActionForm } from '@/components/forms/action-form'
import { FormField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Select } from '@/components/ui/select'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { PendingRequest } from '@/lib/domain/users/schema'
import { engagementOptions } from '../../_components/engagement-options'
import { roleOptions } from '../../_components/role-options'
import { approve } from '../actions'

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
      failures="toast"
      successMessage={`${request.name} is let in`}
      aria-label={`Approve ${request.name}`}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <FormField name="engagementId" label="Engagement" required className="flex-1 basis-56">
        {(control) => (
          <Select
            {...control}
            placeholder="Choose an engagement"
            options={engagementOptions(engagements)}
          />
        )}
      </FormField>
      <FormField name="role" label="Role" required className="flex-1 basis-48">
        {(control) => <Select {...control} defaultValue="viewer" options={roleOptions} />}
      </FormField>
      <SubmitButton pendingLabel="Letting in…">Let in</SubmitButton>
    </ActionForm>
  )
}
