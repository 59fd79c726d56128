import { ListChecks, SearchX } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { IssueFilter } from '@/lib/domain/cleansing/schema'

interface NoIssuesProps {
  /** `/CLIENT/ENGAGEMENT` */
  root: string
  filter: IssueFilter
  /** Whether anything is open without the filter. */
  anyOpen: boolean
}

/** In place of the issues: nothing is open at all, or nothing matches. */
export function NoIssues({ root, filter, anyOpen }: NoIssuesProps) {
  const narrowed = filter.state !== 'open' || filter.rule !== undefined
  return (
    <Card>
      {narrowed ? (
        <EmptyState
          icon={SearchX}
          title={filter.state === 'open' ? 'Nothing is open here' : `Nothing was ${filter.state}`}
          action={
            <LinkButton href={`${root}/issues`}>
              {anyOpen ? 'Show all open issues' : 'Go to all issues'}
            </LinkButton>
          }
        >
          {filter.rule === undefined
            ? 'No issue is in this state.'
            : 'This rule has found nothing in this state. Look at another state or another rule.'}
        </EmptyState>
      ) : (
        <EmptyState
          icon={ListChecks}
          title="Nothing is open"
          action={<LinkButton href={`${root}/imports`}>Go to imports</LinkButton>}
        >
          Each import is examined on its way to the inventory; what looks doubtful is listed here.
        </EmptyState>
      )}
    </Card>
  )
}
