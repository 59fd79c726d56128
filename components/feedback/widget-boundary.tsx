'use client'

import { unstable_rethrow, useRouter, useSearchParams } from 'next/navigation'
import { Component, type ReactNode, useEffect, useRef, useTransition } from 'react'
import { ErrorPanel } from './error-panel'
import { errorReference } from './error-reference'

interface WidgetBoundaryProps {
  title: string
  children: ReactNode
}

/**
 * Keeps what breaks inside of it from the rest of the page. The framework has such a boundary, but
 * with it comes the error page of its older router, into every page.
 */
export class WidgetBoundary extends Component<WidgetBoundaryProps, { broken?: { by: unknown } }> {
  override state: { broken?: { by: unknown } } = {}

  static getDerivedStateFromError(error: unknown) {
    unstable_rethrow(error)
    return { broken: { by: error } }
  }

  override render() {
    const { title, children } = this.props
    const { broken } = this.state
    if (broken === undefined) return children
    return (
      <BrokenWidget
        title={title}
        error={broken.by}
        onReset={() => this.setState({ broken: undefined })}
      />
    )
  }
}

function BrokenWidget({
  title,
  error,
  onReset,
}: {
  title: string
  error: unknown
  onReset: () => void
}) {
  const router = useRouter()
  const [busy, start] = useTransition()
  const asked = useSearchParams().toString()
  const broken = useRef(asked)
  useEffect(() => {
    // Other filters are another question: its answer may be a good one.
    if (asked !== broken.current) onReset()
  }, [asked, onReset])
  return (
    <ErrorPanel
      title={`${title} could not be shown`}
      reference={errorReference(error)}
      busy={busy}
      onRetry={() =>
        start(() => {
          router.refresh()
          onReset()
        })
      }
    />
  )
}
