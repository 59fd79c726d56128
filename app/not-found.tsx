import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MessagePage } from '@/components/feedback/message-page'
import { LinkButton } from '@/components/ui/link-button'
import { errorMessage } from '@/lib/base/errors'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFound() {
  // Made for its request, so that the scripts of its policy can stand in it.
  await connection()
  return (
    <MessagePage
      code="404"
      title="Off the chart"
      actions={
        <LinkButton href="/" variant="primary">
          Start page
        </LinkButton>
      }
    >
      {errorMessage('not_found')}
    </MessagePage>
  )
}
