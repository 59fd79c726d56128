import { MapPinOff } from 'lucide-react'
import type { Metadata } from 'next'
import { DeadEnd } from '@/components/feedback/dead-end'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses that lead nowhere in the administration. */
export default function AdminNotFound() {
  return (
    <DeadEnd
      icon={MapPinOff}
      heading="Not found"
      title="Off the chart"
      code="not_found"
      way={{ label: 'To the requests', href: '/admin/requests' }}
    />
  )
}
