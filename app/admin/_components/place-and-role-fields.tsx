import { FormField } from '@/components/forms/form-field'
import { Select } from '@/components/ui/select'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import { engagementOptions } from './engagement-options'
import { roleOptions } from './role-options'

/** Into which engagement somebody is let, and as what. */
export function PlaceAndRoleFields({
  label,
  engagements,
}: {
  /** Of the engagement. */
  label: string
  engagements: readonly EngagementEntry[]
}) {
  return (
    <>
      <FormField name="engagementId" label={label} required className="flex-1 basis-56">
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
    </>
  )
}
