'use client'

import { OneButtonForm } from '../../_components/one-button-form'
import { goBack } from '../actions'

/** Takes the newest change back, or returns to what an older one had made. */
export function GoBack({
  change,
  digest,
  newest,
}: {
  change: { id: string; reason: string }
  digest: string
  newest: boolean
}) {
  const reason = `${newest ? 'Taken back' : 'Returned to'}: ${change.reason}`.slice(0, 300)
  const state = newest ? 'before' : 'after'
  return (
    <OneButtonForm
      action={goBack}
      values={{ changeId: change.id, state, expectedDigest: digest, reason }}
      successMessage={newest ? 'The change is taken back' : 'The earlier state is in force again'}
      pendingLabel={newest ? 'Undoing…' : 'Returning…'}
      label={`${newest ? 'Undo' : 'Return to'}: ${change.reason}`}
    >
      {newest ? 'Undo' : 'Return to this'}
    </OneButtonForm>
  )
}
