import type { FlowView, LiveFlowView } from '@/lib/domain/flows/schema'
import { phaseWords } from './phase-words'

const inWords = (value: number) => value.toLocaleString('en-US')

/**
 * How far a running flow is, such as "412 of 805 rows · 3,100 rows/s · 2 s left"; undefined while
 * there is nothing to count. The rate is that of the present phase so far, by the site's own moments:
 * from its beginning to its last sign of life. So it is there after a reload, too.
 */
export function progressWords(flow: LiveFlowView): string | undefined {
  const { done, total } = flow.progress
  if (total === 0) return undefined
  const { unit } = phaseWords[flow.phase]
  const rate = unitsPerSecond(flow)
  const left = rate === null ? null : Math.ceil((total - done) / rate)
  return [
    `${inWords(done)} of ${inWords(total)} ${unit}`,
    rate !== null && `${rate < 10 ? rate.toFixed(1) : inWords(Math.round(rate))} ${unit}/s`,
    left !== null && left > 0 && `${inWords(left)} s left`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function unitsPerSecond(flow: LiveFlowView): number | null {
  const began = startOfPhase(flow)
  if (began === null || flow.heartbeatAt === null || flow.progress.done === 0) return null
  const seconds = (Date.parse(flow.heartbeatAt) - Date.parse(began)) / 1000
  return seconds > 0 ? flow.progress.done / seconds : null
}

function startOfPhase({ phase, phases }: FlowView): string | null {
  return phases.find((one) => one.phase === phase)?.startedAt ?? null
}
