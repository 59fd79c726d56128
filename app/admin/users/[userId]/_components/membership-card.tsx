'use client'

import { ActionForm } from '@/components/forms/action-form'
import { FormField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { Person } from '@/lib/domain/users/schema'
import { engagementOptions } from '../../../_components/engagement-options'
import { roleOptions } from '../../../_components/role-options'
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
            <FormField
              name="engagementId"
              label="Another engagement"
              required
              className="flex-1 basis-56"
            >
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
        </CardBody>
      )}
    </Card>
  )
}
