'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import type { VisitedPage } from '@/lib/domain/vitals/schema'

/** What measures comes in a file of its own, when the page has nothing else to do. */
const ReportVitals = dynamic(() => import('./report-vitals').then((file) => file.ReportVitals), {
  ssr: false,
})

let begun = false

/** Measures a share of the visits; a visit is of the page that was opened by its address. */
export function Vitals({ share, ...page }: VisitedPage & { share: number }) {
  // Around another page that was gone on to, a refresh names that one.
  const [opened] = useState(page)
  const [measures, setMeasures] = useState(false)
  useEffect(() => {
    if (begun || Math.random() >= share) return
    begun = true
    const begin = () => setMeasures(true)
    // Safari has no idle moments to wait for.
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5000 })
    else setTimeout(begin, 2000)
  }, [share])
  return measures ? <ReportVitals {...opened} /> : null
}
