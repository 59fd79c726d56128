'use client'

import type { ErrorInfo } from 'next/error'
import { PageError } from '@/components/feedback/page-error'
import { LinkButton } from '@/components/ui/link-button'

export default function ErrorPage(props: ErrorInfo) {
  return (
    <main className="px-4">
      <PageError {...props}>
        <LinkButton href="/">Start page</LinkButton>
      </PageError>
    </main>
  )
}
