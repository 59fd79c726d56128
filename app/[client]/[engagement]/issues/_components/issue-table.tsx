'use client'

import { useTransition } from 'react'
import { DataTable } from '@/components/data-table/data-table'
import { toastFailure, toastSuccess } from '@/components/feedback/toast'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/base/result'
import type { DecideIssues, IssueGroup, IssueView } from '@/lib/domain/cleansing/schema'
import { issueColumns } from './issue-columns'

export type DecideAction = (
  previous: null,
  input: DecideIssues,
) => Promise<Result<{ decided: number }>>

/** One page of issues; decisions for one, or for all of a rule. */
export function IssueTable({
  issues,
  root,
  rule,
  decide,
}: {
  issues: readonly IssueView[]
  root: string
  /** The rule that the page is about; all its open issues can be decided at once. */
  rule?: IssueGroup
  /** Missing where this person may only look. */
  decide?: DecideAction
}) {
  const [busy, start] = useTransition()
  const run =
    decide &&
    ((input: DecideIssues) =>
      start(async () => {
        const result = await decide(null, input)
        if (!result.ok) return toastFailure(result.message)
        const { decided } = result.data
        toastSuccess(decided === 1 ? '1 issue decided' : `${decided} issues decided`)
      }))
  return (
    <>
      {run && rule && rule.open > 0 && issues[0]?.state === 'open' && (
        <div className="flex flex-wrap gap-2">
          {rule.fixable > 0 && (
            <Button
              variant="primary"
              disabled={busy}
              onClick={() => run({ decision: 'accept', rule: rule.rule })}
            >
              Accept all {rule.fixable.toLocaleString('en-US')} fixes
            </Button>
          )}
          <Button disabled={busy} onClick={() => run({ decision: 'skip', rule: rule.rule })}>
            Skip all {rule.open.toLocaleString('en-US')}
          </Button>
        </div>
      )}
      <DataTable
        caption="Issues"
        columns={issueColumns({ root, busy, run })}
        rows={issues}
        rowKey={(issue) => issue.id}
        phoneDetail={(issue) => issue.reason}
        busy={busy}
        height="page"
      />
    </>
  )
}
