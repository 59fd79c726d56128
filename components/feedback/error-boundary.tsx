'use client'

import { catchError, type ErrorInfo } from 'next/error'
import { ErrorPanel } from './error-panel'
import { errorReference } from './error-reference'

interface WidgetProps {
  /** What the part shows, such as "The phases of this flow". */
  title?: string
}

function Fallback({ title }: WidgetProps, { error, retry }: ErrorInfo) {
  return (
    <ErrorPanel
      title={title === undefined ? undefined : `${title} could not be shown`}
      reference={errorReference(error)}
      onRetry={retry}
    />
  )
}

/** Keeps a failure inside one part of a page: the rest works on, and Retry asks the server again. */
export const ErrorBoundary = catchError(Fallback)
