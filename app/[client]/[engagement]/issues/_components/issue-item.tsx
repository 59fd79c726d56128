'use client'

import { ArrowRight } from 'lucide-react'
import { useRoot } from '@/components/data/place'
import { Button } from '@/components/ui/button'
import { Mono } from '@/components/ui/code'
import { TextLink } from '@/components/ui/text-link'
import type { DecideIssues, IssueView } from '@/lib/domain/cleansing/schema'

interface IssueItemProps {
  issue: IssueView
  busy: boolean
  /** Missing where this person may only look. */
  run?: (input: DecideIssues) => void
}

/** One doubt: about what, which fix, why. */
export function IssueItem({ issue, busy, run }: IssueItemProps) {
  const root = useRoot()
  const { asset, attribute, fileName, rowNumber, reason } = issue
  return (
    <li className="grid items-center gap-x-6 gap-y-1.5 px-4 py-2.5 md:grid-cols-[13rem_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="truncate font-medium">
          {asset ? (
            <TextLink href={`${root}/inventory/${asset.id}`}>{asset.name}</TextLink>
          ) : (
            `${fileName ?? 'A file'}, row ${rowNumber ?? ''}`
          )}
        </p>
        {attribute !== null && (
          <p className="truncate text-ink-muted text-sm">{attribute.replaceAll('_', ' ')}</p>
        )}
      </div>
      <div className="min-w-0">
        <Fix issue={issue} />
        <p className="break-words text-ink-muted text-sm">{reason}</p>
      </div>
      {run && <Decisions issue={issue} busy={busy} run={run} />}
    </li>
  )
}

function Fix({ issue: { value, proposed, fixable } }: { issue: IssueView }) {
  if (value === null && !fixable) return null
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-2">
      {value !== null && <Mono className="whitespace-pre-wrap break-all">{value}</Mono>}
      {fixable && (
        <>
          <ArrowRight aria-label="becomes" className="size-3.5 shrink-0 text-ink-faint" />
          {proposed === null ? (
            <em className="text-ink-muted">cleared</em>
          ) : (
            <Mono className="whitespace-pre-wrap break-all">{proposed}</Mono>
          )}
        </>
      )}
    </p>
  )
}

function Decisions({ issue, busy, run }: Required<IssueItemProps>) {
  const about = issue.asset?.name ?? `row ${issue.rowNumber}`
  const button = (decision: 'accept' | 'skip' | 'reopen', word: string) => (
    <Button size="sm" disabled={busy} onClick={() => run({ decision, ids: [issue.id] })}>
      {word}
      <span className="sr-only">
        {' '}
        {issue.attribute?.replaceAll('_', ' ')} of {about}
      </span>
    </Button>
  )
  return (
    <div className="flex gap-1.5 md:justify-end">
      {issue.state === 'open' && issue.fixable && issue.asset && button('accept', 'Accept')}
      {issue.state === 'open' && button('skip', 'Skip')}
      {issue.state === 'skipped' && button('reopen', 'Reopen')}
    </div>
  )
}
