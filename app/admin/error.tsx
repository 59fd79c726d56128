'use client'

import type { ErrorInfo } from 'next/error'
import { PageError } from '@/components/feedback/page-error'
import { LinkButton } from '@/components/ui/link-button'

/** A page of the administration broke; the navigation around it works. */
export default function AdminError(props: ErrorInfo) {
  return (
    <PageError {...props}>
      <LinkButton href="/admin/requests">To the requests</LinkButton>
    </PageError>
  )
}
