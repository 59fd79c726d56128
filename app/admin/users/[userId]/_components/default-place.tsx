'use client'

import { ActionForm } from '@/components/forms/action-form'
import { FormField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { Person } from '@/lib/domain/users/schema'
import { engagementOptions } from '../../../_components/engagement-options'
import { setDefault } from '../../actions'

/** Where a person arrives after signing in. */
export function DefaultPlace({
  person: { id, name, defaults },
  engagements,
}: {
  person: Person
  /** Those that the person may enter. */
  engagements: readonly EngagementEntry[]
}) {
  const chosen = engagements.find((entry) => entry.engagementId === defaults?.engagementId)
  const words = (engagementId: string) => {
    const place = engagements.find((entry) => entry.engagementId === engagementId)
    return place ? `${place.clientName} / ${place.engagementName}` : 'A place that is closed now'
  }
  return (
    <Card aria-label="Default place">
      <CardHeader
        title="Default place"
        description="The client and engagement after signing in. The person may choose another."
      />
      <CardBody>
        {engagements.length === 0 ? (
          <p className="text-ink-muted">{name} may not enter any engagement yet.</p>
        ) : (
          <ActionForm
            action={setDefault}
            successMessage={`${name} arrives there from now on`}
            onConflict={[{ name: 'engagementId', label: 'Engagement', words }]}
            aria-label={`Default place of ${name}`}
            className="flex flex-wrap items-end gap-3"
          >
            <input type="hidden" name="userId" value={id} />
            <input type="hidden" name="version" value={defaults?.version ?? 0} />
            <FormField name="engagementId" label="Engagement" required className="flex-1 basis-56">
              {(control) => (
                <Select
                  key={`${defaults?.version} ${chosen?.engagementId}`}
                  {...control}
                  defaultValue={chosen?.engagementId}
                  placeholder={chosen ? undefined : 'The first by name'}
                  options={engagementOptions(engagements)}
                />
              )}
            </FormField>
            <SubmitButton variant="secondary" pendingLabel="Saving…">
              Save
            </SubmitButton>
          </ActionForm>
        )}
      </CardBody>
    </Card>
  )
}
