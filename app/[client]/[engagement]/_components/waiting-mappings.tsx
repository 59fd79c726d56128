import { Card, CardHeader } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { MappingStatistics } from '@/lib/domain/mapping/page/schema'

interface WaitingMapping {
  flowId: string
  fileName: string
  columns: MappingStatistics
}

function inWords({ approved, autoMapped, needsReview, unmapped }: MappingStatistics): string {
  const parts = [`${approved} approved`, `${autoMapped} suggested`, `${needsReview} to review`]
  return [...parts, `${unmapped} left out`].join(' · ')
}

/** Imports that wait for a person to decide on their columns. */
export function WaitingMappings({
  mappings,
  root,
}: {
  mappings: readonly WaitingMapping[]
  root: string
}) {
  return (
    <Card>
      <CardHeader
        title="Waiting for you"
        description="These imports go on as soon as their columns are decided."
      />
      <ul className="divide-y">
        {mappings.map(({ flowId, fileName, columns }) => (
          <li key={flowId} className="flex flex-wrap items-center gap-4 px-4 py-3">
            <ProgressBar
              label={fileName}
              value={columns.approved}
              max={columns.approved + columns.autoMapped + columns.needsReview}
              detail={inWords(columns)}
              className="min-w-48 flex-1"
            />
            <LinkButton href={`${root}/flows/${flowId}/mapping`}>Review columns</LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
