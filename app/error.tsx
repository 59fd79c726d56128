'use client'

import type { ErrorInfo } from 'next/error'
import { ErrorPanel } from '@/components/feedback/error-panel'
import { errorReference } from '@/components/feedback/error-reference'
import { LinkButton } from '@/components/ui/link-button'

export default function ErrorPage({ error, retry }: ErrorInfo) {
  return (
    <div className="mx-auto max-w-2xl px-4 py-16">
      <ErrorPanel
        title="This page could not be shown"
        reference={errorReference(error)}
        onRetry={retry}
      >
        <LinkButton href="/">Start page</LinkButton>
      </ErrorPanel>
    </div>
  )
}
