import { Card, CardHeader } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { FlowHistoryEntry } from '@/lib/domain/flows/schema'
import { phaseWords } from './phase-words'

/** What has happened to the flow, the latest first, and who caused it. */
export function FlowHistory({ entries }: { entries: readonly FlowHistoryEntry[] }) {
  if (entries.length === 0) return null
  return (
    <Card aria-labelledby="flow-history">
      <CardHeader
        id="flow-history"
        title="History"
        description="Every change of a phase, the latest first; times in UTC."
      />
      <ol className="divide-y">
        {entries.toReversed().map((entry) => (
          <li
            key={`${entry.at} ${entry.phase} ${entry.to}`}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2 text-sm md:grid-cols-[10rem_8rem_1fr_auto]"
          >
            <time dateTime={entry.at} className="tabular text-ink-muted">
              {entry.at.slice(0, 19).replace('T', ' ')}
            </time>
            <span className="text-ink-muted md:order-last">
              {entry.by === null ? 'by itself' : `by ${entry.by}`}
            </span>
            <span className="font-medium">{phaseWords[entry.phase].title}</span>
            <Status status={entry.to === 'running' ? 'started' : entry.to} plain />
          </li>
        ))}
      </ol>
    </Card>
  )
}
