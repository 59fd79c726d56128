'use client'

import type { ErrorInfo } from 'next/error'
import { errorReference } from '@/components/feedback/error-reference'
import './globals.css'

/**
 * Takes the place of the root layout when that itself breaks: it may rely on nothing. It comes with
 * every page and is hardly ever seen, so it brings nothing along either.
 */
export default function GlobalError({ error, retry }: ErrorInfo) {
  const reference = errorReference(error)
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Portolan</title>
      </head>
      <body>
        <main role="alert" className="mx-auto max-w-2xl px-4 py-16 text-center">
          <h1 className="font-semibold text-lg">The site could not be shown</h1>
          <p className="mt-1 text-ink-muted">
            What you have saved is kept. Try again, or come back in a moment.
          </p>
          <button
            type="button"
            onClick={retry}
            className="mt-4 h-8 rounded-md bg-accent px-3 font-medium text-accent-ink hover:bg-accent-hover"
          >
            Retry
          </button>
          {reference !== undefined && (
            <p className="mt-4 text-ink-faint text-xs">
              Reference <span className="select-all font-mono text-ink-muted">{reference}</span>
            </p>
          )}
        </main>
      </body>
    </html>
  )
}
