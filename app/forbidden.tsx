import type { Metadata } from 'next'
import { MessagePage } from '@/components/feedback/message-page'
import { LinkButton } from '@/components/ui/link-button'
import { errorMessage } from '@/lib/base/errors'

export const metadata: Metadata = { title: 'Not allowed' }

export default function Forbidden() {
  return (
    <MessagePage
      code="403"
      title="Closed waters"
      actions={
        <LinkButton href="/" variant="primary">
          Start page
        </LinkButton>
      }
    >
      {errorMessage('forbidden')}
    </MessagePage>
  )
}
