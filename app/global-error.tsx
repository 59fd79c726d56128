'use client'

import type { ErrorInfo } from 'next/error'
import { ErrorPanel } from '@/components/feedback/error-panel'
import { errorReference } from '@/components/feedback/error-reference'
import './globals.css'

/** Takes the place of the root layout when that itself breaks: it may rely on nothing. */
export default function GlobalError({ error, retry }: ErrorInfo) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Portolan</title>
      </head>
      <body>
        <main className="mx-auto max-w-2xl px-4 py-16">
          <ErrorPanel
            level={1}
            title="The site could not be shown"
            reference={errorReference(error)}
            onRetry={retry}
          />
        </main>
      </body>
    </html>
  )
}
