'use client'

import { ActionForm } from '@/components/forms/action-form'
import { FormField, TextField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import { purge } from '../actions'

/** Lets everything that is cached of a client, or of all, be loaded anew. */
export function PurgeForm({ clients }: { clients: readonly { id: string; name: string }[] }) {
  const wider = [
    { value: 'platform', label: 'The platform’s own reads' },
    { value: 'everything', label: 'Everything' },
  ]
  const single = clients.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card aria-label="Purge" className="mt-6">
      <CardHeader
        title="Purge"
        description="Whatever was cached is loaded anew when it is next read. A move between paths needs none."
      />
      <CardBody>
        <ActionForm
          action={purge}
          successMessage="What was cached there is no longer used"
          resetOnSuccess
          className="flex flex-wrap items-start gap-4"
        >
          <FormField name="what" label="Purge" required className="flex-1 basis-48">
            {(control) => (
              <Select
                {...control}
                placeholder="Choose what"
                options={[
                  { label: 'Wide', options: wider },
                  { label: 'One client', options: single },
                ]}
              />
            )}
          </FormField>
          <TextField
            name="reason"
            label="Reason"
            required
            minLength={3}
            maxLength={300}
            autoComplete="off"
            className="flex-2 basis-64"
          />
          <SubmitButton variant="secondary" pendingLabel="Purging…" className="mt-6">
            Purge
          </SubmitButton>
        </ActionForm>
      </CardBody>
    </Card>
  )
}
