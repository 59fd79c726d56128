'use client'

import { useReportWebVitals } from 'next/web-vitals'
import { useEffect } from 'react'
import type { Visit, VisitedPage } from '@/lib/domain/vitals/schema'
import { createVisit } from './visit'

const visit = createVisit((sent: Visit) => {
  const body = new Blob([JSON.stringify(sent)], { type: 'application/json' })
  navigator.sendBeacon('/api/vitals', body)
})

/** Sends what the browser has measured of the visit, once its page is left or out of sight. */
export function ReportVitals(page: VisitedPage) {
  useReportWebVitals(visit.measured)
  const { route, path } = page
  useEffect(() => {
    // Registered after the measurements' own listeners, so that they have said their last word.
    const leave = () => {
      if (document.visibilityState === 'hidden') visit.left({ route, path })
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [route, path])
  return null
}
