'use client'

import type { ErrorInfo } from 'next/error'
import { PageError } from '@/components/feedback/page-error'
import { LinkButton } from '@/components/ui/link-button'

/** A page of the engagement broke; the navigation around it works. */
export default function EngagementError(props: ErrorInfo) {
  return (
    <PageError {...props}>
      <LinkButton href="/start">To the dashboard</LinkButton>
    </PageError>
  )
}
