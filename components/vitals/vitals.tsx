'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { VisitedPage } from '@/lib/domain/vitals/schema'

let begun = false

/**
 * Measures a share of the visits; a visit is of the page that was opened by its address. What
 * measures comes in a file of its own, when the page has nothing else to do, or not at all.
 */
export function Vitals({ share, ...page }: VisitedPage & { share: number }) {
  // Around another page that was gone on to, a refresh names that one.
  const [opened] = useState(page)
  const [Report, setReport] = useState<ComponentType<VisitedPage> | null>(null)
  useEffect(() => {
    if (begun || Math.random() >= share) return
    begun = true
    const begin = () =>
      void import('./report-vitals').then(
        ({ ReportVitals }) => setReport(() => ReportVitals),
        () => undefined,
      )
    // Safari has no idle moments to wait for.
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5000 })
    else setTimeout(begin, 2000)
  }, [share])
  return Report && <Report {...opened} />
}
