import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Status } from '@/components/ui/status'
import { countWords } from '@/lib/base/count-words'
import type { FlowView, PhaseView } from '@/lib/domain/flows/schema'
import { phaseWords } from './phase-words'

/** The way of the file, phase by phase. */
export function PhaseList({ flow }: { flow: FlowView }) {
  return (
    <Card>
      <ol className="divide-y">
        {flow.phases.map((phase, index) => (
          <li
            key={phase.phase}
            aria-current={phase.phase === flow.phase ? 'step' : undefined}
            className={cn(
              'grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-2.5',
              phase.phase === flow.phase && 'bg-accent-soft/50',
            )}
          >
            <span aria-hidden className="tabular text-ink-faint text-sm">
              {index + 1}
            </span>
            <div className="min-w-0">
              <p className="font-medium">{phaseWords[phase.phase].title}</p>
              <p className="text-ink-muted text-sm">{factsOf(phase)}</p>
            </div>
            <Status status={phase.status} plain />
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** What a count counts: one of them, and several. */
const factWords: Record<string, [one: string, many: string]> = {
  rows: ['row', 'rows'],
  parts: ['part', 'parts'],
  columns: ['column', 'columns'],
  created: ['created', 'created'],
  merged: ['merged', 'merged'],
  unchanged: ['unchanged', 'unchanged'],
  rejected: ['rejected', 'rejected'],
  issues: ['doubtful value', 'doubtful values'],
}

/** The counts of a phase's result in words, else what the phase is for. */
function factsOf({ phase, result }: PhaseView): string {
  const said = Object.entries(factWords).flatMap(([fact, words]) => {
    const count = result?.[fact]
    return typeof count === 'number' ? [countWords(count, ...words)] : []
  })
  return said.length > 0 ? said.join(' · ') : phaseWords[phase].purpose
}
