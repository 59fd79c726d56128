import { MapPinOff } from 'lucide-react'
import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { errorMessage } from '@/lib/base/errors'

export const metadata: Metadata = { title: 'Not found' }

/** For members of the engagement, so the navigation stays. */
export default function EngagementNotFound() {
  return (
    <Card>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={MapPinOff}
        title="Off the chart"
        action={<LinkButton href="/start">To the dashboard</LinkButton>}
      >
        {errorMessage('not_found')}
      </EmptyState>
    </Card>
  )
}
