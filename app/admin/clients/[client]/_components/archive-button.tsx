'use client'

import { useOptimistic } from 'react'
import type { Result } from '@/lib/base/result'
import type { ChangedPlace, Place } from '@/lib/domain/tenancy/schema'
import { OneButtonForm } from '../../../_components/one-button-form'

export type ChangePlace = (
  previous: Result<ChangedPlace> | null,
  input: FormData | Record<string, unknown>,
) => Promise<Result<ChangedPlace>>

/** Archives a client account or an engagement, or restores it; each is taken back by the other. */
export function ArchiveButton({
  place: { id, name, version, ...place },
  archive,
  restore,
}: {
  place: Place
  archive: ChangePlace
  restore: ChangePlace
}) {
  const [archived, expect] = useOptimistic(place.archived)
  const [action, back] = archived ? [restore, archive] : [archive, restore]
  return (
    <OneButtonForm
      action={action}
      values={{ id, version }}
      onSend={() => expect(!archived)}
      successMessage={archived ? `${name} is open again` : `${name} is archived`}
      undo={({ version }) => back(null, { id, version })}
      label={`${archived ? 'Restore' : 'Archive'} ${name}`}
    >
      {archived ? 'Restore' : 'Archive'}
    </OneButtonForm>
  )
}
