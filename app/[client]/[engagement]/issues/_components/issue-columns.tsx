'use client'

import type { Column } from '@/components/data-table/column'
import { Button } from '@/components/ui/button'
import { Mono } from '@/components/ui/code'
import { NotKnown } from '@/components/ui/description-list'
import { TextLink } from '@/components/ui/text-link'
import type { DecideIssues, IssueView } from '@/lib/domain/cleansing/schema'

interface Settings {
  root: string
  busy: boolean
  run?: (input: DecideIssues) => void
}

export function issueColumns({ root, busy, run }: Settings): Column<IssueView>[] {
  const columns: Column<IssueView>[] = [
    {
      key: 'asset',
      header: 'Asset',
      interactive: true,
      render: ({ asset, fileName, rowNumber }) =>
        asset ? (
          <TextLink href={`${root}/inventory/${asset.id}`}>{asset.name}</TextLink>
        ) : (
          `${fileName ?? 'Row'} ${rowNumber ?? ''}`
        ),
    },
    {
      key: 'attribute',
      header: 'Attribute',
      from: 'tablet',
      render: ({ attribute }) => attribute?.replaceAll('_', ' ') ?? <NotKnown />,
    },
    { key: 'fix', header: 'Value → fix', render: (issue) => <Fix issue={issue} /> },
    {
      key: 'reason',
      header: 'Why',
      grow: true,
      from: 'tablet',
      render: ({ reason }) => <span title={reason}>{reason}</span>,
    },
  ]
  if (run) {
    columns.push({
      key: 'decision',
      header: 'Decision',
      align: 'end',
      interactive: true,
      hideHeader: true,
      render: (issue) => <Decisions issue={issue} busy={busy} run={run} />,
    })
  }
  return columns
}

function Fix({ issue }: { issue: IssueView }) {
  if (issue.value === null && !issue.fixable) return <NotKnown />
  return (
    <Mono>
      {issue.value !== null && <span className="whitespace-pre">{issue.value}</span>}
      {issue.fixable && (
        <>
          <span className="text-ink-muted"> → </span>
          {issue.proposed ?? <em className="text-ink-muted">cleared</em>}
        </>
      )}
    </Mono>
  )
}

function Decisions({
  issue,
  busy,
  run,
}: {
  issue: IssueView
  busy: boolean
  run: (input: DecideIssues) => void
}) {
  const about = issue.asset?.name ?? `row ${issue.rowNumber}`
  const button = (decision: 'accept' | 'skip' | 'reopen', word: string) => (
    <Button size="sm" disabled={busy} onClick={() => run({ decision, ids: [issue.id] })}>
      {word}
      <span className="sr-only"> for {about}</span>
    </Button>
  )
  return (
    <span className="inline-flex gap-1.5">
      {issue.state === 'open' && issue.fixable && issue.asset && button('accept', 'Accept')}
      {issue.state === 'open' && button('skip', 'Skip')}
      {issue.state === 'skipped' && button('reopen', 'Reopen')}
    </span>
  )
}
