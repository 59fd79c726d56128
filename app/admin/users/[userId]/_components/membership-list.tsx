'use client'

import { useOptimistic } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormField } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import type { Person, PersonMembership } from '@/lib/domain/users/schema'
import { OneButtonForm } from '../../../_components/one-button-form'
import { roleOptions, roleWords } from '../../../_components/role-options'
import { addToEngagement, changeRole, removeFromEngagement } from '../../actions'

/** The person's memberships; one that is being taken is gone before the answer comes. */
export function MembershipList({ person }: { person: Person }) {
  const [memberships, remove] = useOptimistic(person.memberships, (shown, engagementId: string) =>
    shown.filter((membership) => membership.engagementId !== engagementId),
  )
  return (
    <ul aria-label={`Engagements of ${person.name}`}>
      {memberships.map((membership) => (
        <Membership
          key={membership.engagementId}
          person={person}
          membership={membership}
          onRemove={() => remove(membership.engagementId)}
        />
      ))}
    </ul>
  )
}

const fields = [{ name: 'role', label: 'Role', words: roleWords }]

function Membership({
  person: { id: userId, name },
  membership: { engagementId, clientName, engagementName, role, version, archived },
  onRemove,
}: {
  person: Person
  membership: PersonMembership
  onRemove: () => void
}) {
  const place = `${clientName} / ${engagementName}`
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3">
      <span className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 break-words font-medium">{place}</span>
        {archived && <Status status="archived" />}
      </span>
      <ActionForm
        action={changeRole}
        successMessage={`${name} has another role in ${engagementName}`}
        undo={(changed) => changeRole(null, { userId, engagementId, role, ...changed })}
        failures="toast"
        onConflict={fields}
        aria-label={`Role in ${place}`}
        className="flex flex-wrap items-end gap-2"
      >
        <input type="hidden" name="userId" value={userId} />
        <input type="hidden" name="engagementId" value={engagementId} />
        <input type="hidden" name="version" value={version} />
        <FormField name="role" label="Role">
          {(control) => (
            // A newer role is shown in place of what was chosen here.
            <Select key={version} {...control} defaultValue={role} options={roleOptions} />
          )}
        </FormField>
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Save
        </SubmitButton>
      </ActionForm>
      <OneButtonForm
        action={removeFromEngagement}
        values={{ userId, engagementId, version }}
        onSend={onRemove}
        successMessage={`${name} is out of ${engagementName}`}
        undo={({ role }) => addToEngagement(null, { userId, engagementId, role })}
        label={`Remove from ${place}`}
        size="md"
        className="self-end"
      >
        Remove
      </OneButtonForm>
    </li>
  )
}
