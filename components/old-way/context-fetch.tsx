'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

/**
 * The client of the old system asked who is there, and for what, on every navigation, whatever it
 * knew already; how long the browser answered by itself was for the headers to say. It is the
 * baseline that the new client is measured against, no part of any page and not improved.
 */
export function ContextFetch() {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const [, setContext] = useState<unknown>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is what it runs for.
  useEffect(() => {
    const leaving = new AbortController()
    fetch('/api/me', { signal: leaving.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then(setContext)
      // The page was rendered with its context and does without a second one.
      .catch(() => undefined)
    return () => leaving.abort()
  }, [pathname, search])
  return null
}
