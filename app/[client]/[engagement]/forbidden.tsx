import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { errorMessage } from '@/lib/base/errors'

export const metadata: Metadata = { title: 'Not allowed' }

/** For members whose role does not reach, so the navigation stays. */
export default function EngagementForbidden() {
  return (
    <Card>
      <h1 className="sr-only">Not allowed</h1>
      <EmptyState
        icon={Lock}
        title="Closed waters"
        action={<LinkButton href="/start">To the dashboard</LinkButton>}
      >
        {errorMessage('forbidden')}
      </EmptyState>
    </Card>
  )
}
