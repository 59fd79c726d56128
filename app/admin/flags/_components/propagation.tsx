'use client'

import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Propagation } from '@/lib/domain/flags/schema'

/** Milliseconds between two looks while some process has not seen the newest values. */
const period = 2_000

/** How many processes obey what stands in the store; looks again by itself until all do. */
export function SeenBy({ propagation }: { propagation: Propagation }) {
  const { processes, current, onLastGood, onSafeDefaults } = propagation
  const router = useRouter()
  const waiting = current < processes || processes === 0
  useEffect(() => {
    if (!waiting) return
    const turn = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, period)
    return () => clearInterval(turn)
  }, [waiting, router])

  const blind = onLastGood + onSafeDefaults
  const Icon = blind > 0 ? TriangleAlert : waiting ? LoaderCircle : CircleCheck
  const tone = blind > 0 ? 'text-warn-text' : waiting ? 'text-info-text' : 'text-good-text'
  return (
    <span role="status" className="block">
      <span className={`flex items-center gap-1.5 font-medium ${tone}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        Seen by {current} of {processes} {processes === 1 ? 'process' : 'processes'}
      </span>
      {(blind > 0 || waiting) && (
        <span className="block text-ink-muted text-xs">
          {blind > 0
            ? `${blind} cannot read the Edge Config`
            : 'The others follow with their next request'}
        </span>
      )}
    </span>
  )
}
