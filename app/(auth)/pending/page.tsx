import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import { latestRequest } from '@/lib/domain/users/reads'
import type { AccessRequestState } from '@/lib/domain/users/schema'
import { read } from '@/lib/server/read'
import { currentUser } from '@/lib/server/session'
import { AuthCard } from '../_components/auth-card'
import { MessageField } from '../_components/message-field'
import { signOut } from '../actions'
import { askAgain } from './actions'

export const metadata: Metadata = { title: 'Your request' }

export default async function PendingPage() {
  const user = await currentUser()
  if (!user) redirect('/sign-in')
  if (user.status === 'active') redirect('/start')
  const request = await read(latestRequest, { userId: user.userId }, null)
  return (
    <AuthCard
      title="Your request for access"
      description={`You are signed in as ${user.email}.`}
      footer={
        <form action={signOut}>
          <Button type="submit" variant="quiet">
            Sign out
          </Button>
        </form>
      }
    >
      {request?.status === 'pending' ? (
        <Waiting request={request} />
      ) : (
        <TurnedDown {...{ request }} />
      )}
    </AuthCard>
  )
}

function Waiting({ request }: { request: AccessRequestState }) {
  return (
    <>
      <Status status="waiting" label="Waits for an administrator" />
      <p className="mt-3">
        An administrator has to let you in. Load this page again later: once you are in, it takes
        you to your engagement.
      </p>
      <Asked request={request} />
    </>
  )
}

function TurnedDown({ request }: { request: AccessRequestState | null }) {
  return (
    <>
      {request?.status === 'rejected' && (
        <Alert tone="warn" title="Your request was turned down" className="mb-4">
          {request.reason}
        </Alert>
      )}
      <ActionForm action={askAgain} className="flex flex-col gap-4">
        <MessageField />
        <SubmitButton wide pendingLabel="Sending…">
          Ask again
        </SubmitButton>
      </ActionForm>
    </>
  )
}

function Asked({ request }: { request: AccessRequestState }) {
  return (
    <div className="mt-4 border-t pt-3 text-ink-muted text-sm">
      <p>
        Asked on <time dateTime={request.createdAt}>{request.createdAt.slice(0, 10)}</time>
      </p>
      {request.message !== '' && <p className="mt-1 break-words">“{request.message}”</p>}
    </div>
  )
}
