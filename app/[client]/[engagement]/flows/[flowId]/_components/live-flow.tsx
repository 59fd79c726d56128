'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { usePlace } from '@/components/data/place'
import { useRead } from '@/components/data/use-read'
import { Card, CardBody } from '@/components/ui/card'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { LiveFlowView } from '@/lib/domain/flows/schema'
import { Heartbeat } from './heartbeat'
import { PhaseList } from './phase-list'
import { phaseWords } from './phase-words'

const pollEveryMs = 1000

/** The flow as it stands, asked for every second while it runs. */
export function LiveFlow({ initial }: { initial: LiveFlowView }) {
  const router = useRouter()
  const { root } = usePlace()
  const reading = useRead(`/api${root}/flows/${initial.flowId}`, {
    fallback: initial,
    refreshInterval: (latest) => (latest?.status === 'running' ? pollEveryMs : 0),
  })
  const { data: flow = initial, failure } = reading
  // Actions, failure and counts are the server's to render: they change with the status.
  const shown = useRef(initial.status)
  useEffect(() => {
    if (flow.status === shown.current) return
    shown.current = flow.status
    router.refresh()
  }, [flow.status, router])

  return (
    <div className="flex flex-col gap-4">
      {flow.status === 'running' && (
        <Card>
          <CardBody>
            <ProgressBar
              label={`${phaseWords[flow.phase].title}: ${phaseWords[flow.phase].purpose.toLowerCase()}`}
              value={flow.progress.total > 0 ? flow.progress.done : undefined}
              max={flow.progress.total}
              detail={
                flow.progress.total > 0
                  ? `${flow.progress.done.toLocaleString('en-US')} of ${flow.progress.total.toLocaleString('en-US')} ${phaseWords[flow.phase].unit}`
                  : undefined
              }
            />
            <Heartbeat at={flow.heartbeatAt} />
            {failure && (
              <p role="status" className="mt-1 text-warn-text text-xs">
                The connection is interrupted; the work goes on and this page catches up.
              </p>
            )}
          </CardBody>
        </Card>
      )}
      <PhaseList flow={flow} />
    </div>
  )
}
