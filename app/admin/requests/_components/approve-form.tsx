'use client'

import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { PendingRequest } from '@/lib/domain/users/schema'
import { PlaceAndRoleFields } from '../../_components/place-and-role-fields'
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
      <PlaceAndRoleFields label="Engagement" engagements={engagements} />
      <SubmitButton pendingLabel="Letting in…">Let in</SubmitButton>
    </ActionForm>
  )
}
