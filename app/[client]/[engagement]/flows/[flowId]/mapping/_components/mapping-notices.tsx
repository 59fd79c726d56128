import { Alert } from '@/components/ui/alert'
import { countWords } from '@/lib/base/count-words'
import type { MappingView } from '@/lib/domain/mapping/page/schema'

/** Names of left out columns that are said; the others are counted. */
const named = 6

export interface MappingNoticesProps {
  columns: readonly MappingView[]
  identityMissing: boolean
  open: boolean
}

/** What a person should know of the columns before deciding. */
export function MappingNotices({ columns, identityMissing, open }: MappingNoticesProps) {
  const leftOut = columns.filter(({ attribute }) => attribute === null)
  const names = leftOut.slice(0, named).map(({ header }) => header)
  const others = leftOut.length - names.length
  return (
    <div className="mb-3 flex flex-col gap-2">
      {identityMissing && (
        <Alert tone="bad" title="No column says which machine a row is about">
          Map at least one column to a name, an address, a serial number or an id.
        </Alert>
      )}
      {!open && (
        <Alert tone="info">
          The flow does not wait for decisions here at the moment; this is what was decided.
        </Alert>
      )}
      {leftOut.length > 0 && (
        <Alert
          tone="warn"
          title={`${leftOut.length} of ${countWords(columns.length, 'column', 'columns')} left out`}
        >
          {names.join(', ')}
          {others > 0 && ` and ${others.toLocaleString('en-US')} more`}: these values stay with the
          import and are not part of the inventory.
        </Alert>
      )}
    </div>
  )
}
