import Link from 'next/link'
import { Card, CardHeader } from '@/components/ui/card'
import { Bone, Repeated, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { TextLink } from '@/components/ui/text-link'
import { countWords } from '@/lib/base/count-words'
import type { ImportSummary } from '@/lib/domain/imports/schema'

const title = 'Recent imports'

const count = (value: number) => value.toLocaleString('en-US')

/** What became of the rows, or how many there are while nothing did. */
function rowsInWords({ rows }: ImportSummary): string {
  const outcomes = [
    [rows.created, 'created'],
    [rows.merged, 'merged'],
    [rows.unchanged, 'unchanged'],
    [rows.rejected, 'rejected'],
  ] as const
  const told = outcomes.filter(([number]) => number > 0)
  if (told.length === 0) return countWords(rows.in, 'row', 'rows')
  return told.map(([number, word]) => `${count(number)} ${word}`).join(', ')
}

/** The newest imports with their state. */
export function RecentImports({
  imports,
  root,
}: {
  imports: readonly ImportSummary[]
  root: string
}) {
  return (
    <Card>
      <CardHeader
        title={title}
        actions={<TextLink href={`${root}/imports`}>All imports</TextLink>}
      />
      <ul className="divide-y">
        {imports.map((file) => (
          <li key={file.importId}>
            <Link
              href={`${root}/flows/${file.flowId}`}
              prefetch={false}
              className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto_11rem] sm:items-center"
            >
              <span className="min-w-0 truncate font-medium">{file.fileName}</span>
              <span className="tabular text-ink-muted text-sm">{rowsInWords(file)}</span>
              <Status status={file.flowStatus} plain className="text-sm" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The same card without its lines. */
export function RecentImportsSkeleton({ rows }: { rows: number }) {
  return (
    <Card>
      <CardHeader title={title} />
      <Skeleton label="The newest imports are on their way" className="divide-y">
        <Repeated times={rows}>
          {() => (
            <p className="flex items-center justify-between gap-4 px-4 py-2.5">
              <Bone className="w-48" />
              <Bone className="w-24" />
            </p>
          )}
        </Repeated>
      </Skeleton>
    </Card>
  )
}
