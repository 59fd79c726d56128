'use client'

import type { ErrorInfo } from 'next/error'
import type { ReactNode } from 'react'
import { ErrorPanel } from './error-panel'
import { errorReference } from './error-reference'

/**
 * What an `error.tsx` below a shell shows in place of its page: the navigation around it stays.
 * @param children further ways out, such as a link to the dashboard
 */
export function PageError({ error, retry, children }: ErrorInfo & { children?: ReactNode }) {
  return (
    <div className="mx-auto max-w-2xl py-8">
      <ErrorPanel
        level={1}
        title="This page could not be shown"
        reference={errorReference(error)}
        onRetry={retry}
      >
        {children}
      </ErrorPanel>
    </div>
  )
}
