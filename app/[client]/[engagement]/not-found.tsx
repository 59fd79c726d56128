import { MapPinOff } from 'lucide-react'
import type { Metadata } from 'next'
import { DeadEnd } from '@/components/feedback/dead-end'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses that lead nowhere in the engagement. */
export default function EngagementNotFound() {
  return <DeadEnd icon={MapPinOff} heading="Not found" title="Off the chart" code="not_found" />
}
