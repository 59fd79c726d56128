import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import { DeadEnd } from '@/components/feedback/dead-end'

export const metadata: Metadata = { title: 'Not allowed' }

/** For members whose role does not reach. */
export default function EngagementForbidden() {
  return <DeadEnd icon={Lock} heading="Not allowed" title="Closed waters" code="forbidden" />
}
