import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Mono } from '@/components/ui/code'
import { errorMessage } from '@/lib/base/errors'

export interface ErrorPanelProps {
  title?: string
  /** The level of the heading: 1 where the panel is the whole page. */
  level?: 1 | 2
  message?: string
  /** Under this id the people who run the site find the error in their records. */
  reference?: string
  onRetry: () => void
  /** Another try is under way. */
  busy?: boolean
  /** Further ways out, such as a link home. */
  children?: ReactNode
}

/** What broke, what to do, and the reference to give to those who can look. */
export function ErrorPanel({
  title = 'This part could not be shown',
  level = 2,
  message = errorMessage('internal'),
  reference,
  onRetry,
  busy,
  children,
}: ErrorPanelProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section
      role="alert"
      className="rounded-lg border border-bad-line bg-surface px-6 py-8 text-center shadow-card"
    >
      <Heading className="font-semibold text-lg">{title}</Heading>
      <p className="mx-auto mt-1 max-w-md text-balance text-ink-muted">{message}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <Button variant="primary" busy={busy} onClick={onRetry}>
          {!busy && <RotateCw aria-hidden />}
          Retry
        </Button>
        {children}
      </div>
      {reference !== undefined && (
        <p className="mt-4 text-ink-faint text-xs">
          Reference <Mono className="select-all text-ink-muted">{reference}</Mono>
        </p>
      )}
    </section>
  )
}
