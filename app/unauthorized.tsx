import type { Metadata } from 'next'
import { MessagePage } from '@/components/feedback/message-page'
import { LinkButton } from '@/components/ui/link-button'
import { errorMessage } from '@/lib/base/errors'

export const metadata: Metadata = { title: 'Sign in' }

export default function Unauthorized() {
  return (
    <MessagePage
      code="401"
      title="Who goes there?"
      actions={
        <LinkButton href="/sign-in" variant="primary">
          Sign in
        </LinkButton>
      }
    >
      {errorMessage('unauthenticated')}
    </MessagePage>
  )
}
