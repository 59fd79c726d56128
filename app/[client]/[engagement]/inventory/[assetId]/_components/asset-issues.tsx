import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'
import type { AssetIssueView } from '@/lib/domain/inventory/schema'

/** What is missing or doubtful about the asset. */
export function AssetIssues({ issues, root }: { issues: readonly AssetIssueView[]; root: string }) {
  const open = issues.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <Alert
      tone="warn"
      title={`${open.length} open ${open.length === 1 ? 'issue' : 'issues'}`}
      action={<TextLink href={`${root}/issues`}>Decide</TextLink>}
    >
      <ul className="mt-1 list-disc pl-4">
        {open.map((issue) => (
          <li key={issue.id}>
            {issue.reason}
            {issue.fixable && issue.proposed !== null && ` Proposed: “${issue.proposed}”.`}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
