'use client'

import { useTransition } from 'react'
import { runAction } from '@/components/data/run-action'
import { toastDone, toastRefusal } from '@/components/feedback/toast'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { countWords } from '@/lib/base/count-words'
import type { Result } from '@/lib/base/result'
import type { DecideIssues, IssueGroup, IssueView } from '@/lib/domain/cleansing/schema'
import { IssueItem } from './issue-item'
import { RuleDecisions } from './rule-decisions'

export type DecideAction = (
  previous: null,
  input: DecideIssues,
) => Promise<Result<{ decided: number }>>

/** One page of issues; decisions for one, or for all of a rule. */
export function IssueList({
  issues,
  rule,
  decide,
}: {
  issues: readonly IssueView[]
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
        const result = await runAction(() => decide(null, input))
        if (!result.ok) return toastRefusal(result, () => run?.(input))
        const { decided } = result.data
        toastDone(result, `${countWords(decided, 'issue', 'issues')} decided`)
      }))
  return (
    <>
      {run && rule && issues[0]?.state === 'open' && (
        <RuleDecisions rule={rule} busy={busy} run={run} />
      )}
      <Card className={cn('overflow-hidden', busy && 'opacity-60')} aria-busy={busy}>
        <ul className="divide-y" aria-label="Issues">
          {issues.map((issue) => (
            <IssueItem key={issue.id} issue={issue} busy={busy} run={run} />
          ))}
        </ul>
      </Card>
    </>
  )
}
