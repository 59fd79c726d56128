'use client'

import { Button } from '@/components/ui/button'
import type { DecideIssues, IssueGroup } from '@/lib/domain/cleansing/schema'

/** One decision for everything that a rule has found. */
export function RuleDecisions({
  rule,
  busy,
  run,
}: {
  rule: IssueGroup
  busy: boolean
  run: (input: DecideIssues) => void
}) {
  return (
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
  )
}
