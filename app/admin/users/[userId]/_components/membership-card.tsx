'use client'

import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { Person } from '@/lib/domain/users/schema'
import { PlaceAndRoleFields } from '../../../_components/place-and-role-fields'
import { addToEngagement } from '../../actions'
import { MembershipList } from './membership-list'

/** The engagements that a person may enter and as what, and the way into more of them. */
export function MembershipCard({
  person,
  engagements,
}: {
  person: Person
  /** Those that the person is not in. */
  engagements: readonly EngagementEntry[]
}) {
  return (
    <Card aria-label="Engagements">
      <CardHeader title="Engagements" description="What the person may enter, and as what." />
      {person.memberships.length > 0 && <MembershipList person={person} />}
      {engagements.length > 0 && person.status !== 'pending' && (
        <CardBody>
          <ActionForm
            action={addToEngagement}
            successMessage={`${person.name} is let in`}
            resetOnSuccess
            aria-label={`Let ${person.name} into another engagement`}
            className="flex flex-wrap items-end gap-3"
          >
            <input type="hidden" name="userId" value={person.id} />
            <PlaceAndRoleFields label="Another engagement" engagements={engagements} />
            <SubmitButton pendingLabel="Letting in…">Let in</SubmitButton>
          </ActionForm>
        </CardBody>
      )}
    </Card>
  )
}
