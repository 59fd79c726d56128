'use client'

import { catchError, type ErrorInfo } from 'next/error'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { ErrorPanel } from './error-panel'
import { errorReference } from './error-reference'

interface BrokenWidgetProps extends ErrorInfo {
  title: string
}

function BrokenWidget({ title, error, reset, retry }: BrokenWidgetProps) {
  const asked = useSearchParams().toString()
  const broken = useRef(asked)
  useEffect(() => {
    // Other filters are another question: its answer may be a good one.
    if (asked !== broken.current) reset()
  }, [asked, reset])
  return (
    <ErrorPanel
      title={`${title} could not be shown`}
      reference={errorReference(error)}
      onRetry={retry}
    />
  )
}

/** Keeps what breaks inside of it from the rest of the page. */
export const WidgetBoundary = catchError(({ title }: { title: string }, info: ErrorInfo) => (
  <BrokenWidget title={title} {...info} />
))
