'use client'

import { useEffect, useState } from 'react'

/** Seconds without a sign of life after which the page says that the work is being picked up. */
const quietAfter = 15

/** How long ago the flow last made a step; counted in the browser, so the server renders no "now". */
export function Heartbeat({ at }: { at: string | null }) {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (now === null || at === null) return null
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000))
  return (
    <p className="tabular text-ink-muted text-xs">
      {seconds < quietAfter
        ? `Last step ${seconds} s ago`
        : `No step for ${seconds} s; the work is picked up again by itself within a minute.`}
    </p>
  )
}
