'use client'

import { type ReactNode, useOptimistic } from 'react'
import { Card, CardHeader } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { ChangedVersion, Person, UserStatus } from '@/lib/domain/users/schema'
import { OneButtonForm } from '../../../_components/one-button-form'
import { ResetLinkButton } from '../../_components/reset-link-button'
import { disable, enable, endSessions, makeAdmin, unmakeAdmin } from '../../actions'

/** Whether the person may come in, and whether as an administrator. */
export function AccessCard({ person }: { person: Person }) {
  const [{ status, isAdmin }, expect] = useOptimistic(
    person,
    (shown, change: { status?: UserStatus; isAdmin?: boolean }) => ({ ...shown, ...change }),
  )
  const { id: userId, name, version } = person
  const seen = { userId, version }
  // One form each for both ways, so that the focus stays on its button.
  const door =
    status === 'active'
      ? {
          children: 'Disable',
          action: disable,
          onSend: () => expect({ status: 'disabled' }),
          successMessage: `${name} is shut out`,
          undo: ({ version }: ChangedVersion) => enable(null, { userId, version }),
        }
      : {
          children: 'Enable',
          action: enable,
          onSend: () => expect({ status: 'active' }),
          successMessage: `${name} may sign in again`,
          undo: ({ version }: ChangedVersion) => disable(null, { userId, version }),
        }
  const administration = isAdmin
    ? {
        children: 'Take administration',
        action: unmakeAdmin,
        onSend: () => expect({ isAdmin: false }),
        successMessage: `${name} is no administrator any more`,
        undo: ({ version }: ChangedVersion) => makeAdmin(null, { userId, version }),
      }
    : {
        children: 'Make administrator',
        action: makeAdmin,
        onSend: () => expect({ isAdmin: true }),
        successMessage: `${name} is an administrator`,
        undo: ({ version }: ChangedVersion) => unmakeAdmin(null, { userId, version }),
      }
  return (
    <Card aria-label="Access">
      <CardHeader title="Access" description="Who is shut out is signed out everywhere." />
      <Line label="Account" state={<Status status={status} />}>
        {status === 'active' && (
          <>
            <ResetLinkButton userId={userId} name={name} />
            <OneButtonForm
              action={endSessions}
              values={seen}
              successMessage={`${name} is signed out everywhere`}
              pendingLabel="Signing out…"
            >
              Sign out everywhere
            </OneButtonForm>
          </>
        )}
        {status === 'pending' ? (
          <span className="text-ink-muted">Answer the request first.</span>
        ) : (
          <OneButtonForm values={seen} {...door} />
        )}
      </Line>
      <Line
        label="Administration"
        state={isAdmin ? 'Administrator: enters and changes everything' : 'No administrator'}
      >
        {(isAdmin || status === 'active') && <OneButtonForm values={seen} {...administration} />}
      </Line>
    </Card>
  )
}

function Line({
  label,
  state,
  children,
}: {
  label: string
  state: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3 last:border-b-0">
      <span className="w-32 text-ink-muted text-sm">{label}</span>
      <span className="min-w-0 flex-1 basis-40">{state}</span>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  )
}
