'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useRoot } from '@/components/data/place'
import { useRead } from '@/components/data/use-read'
import { useLiveRead, useLiveStatus } from '@/components/live/use-live'
import { Card, CardBody } from '@/components/ui/card'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { LiveFlowView } from '@/lib/domain/flows/schema'
import { Heartbeat } from './heartbeat'
import { PhaseList } from './phase-list'
import { phaseWords } from './phase-words'
import { progressWords } from './progress-words'

/** Signs of life announce nothing, so they are asked for while the flow runs; more often alone. */
const [pollEveryMs, pollBesideEventsMs] = [1000, 5000]
/** What the flow's own steps change. While it runs they are shown here, and the page stays. */
const readsOfSteps = 'flows.page flows.history imports.one'

/** The flow as it stands, and as it goes on while it runs. */
export function LiveFlow({ initial }: { initial: LiveFlowView }) {
  const router = useRouter()
  const isLive = useLiveStatus() === 'live'
  const reading = useRead(`/api${useRoot()}/flows/${initial.flowId}`, {
    fallback: initial,
    refreshInterval: (latest) => {
      if (latest?.status !== 'running') return 0
      return isLive ? pollBesideEventsMs : pollEveryMs
    },
  })
  const { data: flow = initial, failure } = reading
  useLiveRead(flow.status === 'running' ? readsOfSteps : undefined, reading.refresh, pollEveryMs)
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
              detail={progressWords(flow)}
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
