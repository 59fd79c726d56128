import * as z from 'zod'

export const issueStates = ['open', 'accepted', 'skipped', 'resolved'] as const
export type IssueState = (typeof issueStates)[number]

/** Which issues a page of the list shows; `after` is the id of the last issue of the page before. */
export const issueFilterSchema = z.object({
  rule: z.string().max(100).optional(),
  state: z.enum(issueStates).default('open'),
  after: z.uuid().optional(),
})
export type IssueFilter = z.infer<typeof issueFilterSchema>

/** One decision for chosen issues, or for all open issues of a rule. */
export const decideIssuesSchema = z.union([
  z.object({
    decision: z.enum(['accept', 'skip', 'reopen']),
    ids: z.array(z.uuid()).min(1).max(1000),
  }),
  z.object({ decision: z.enum(['accept', 'skip']), rule: z.string().min(1).max(100) }),
])
export type DecideIssues = z.infer<typeof decideIssuesSchema>

/** How many open issues a rule has found, and for how many of them it proposes a fix. */
export interface IssueGroup {
  rule: string
  title: string
  description: string
  open: number
  fixable: number
}

export interface IssueView {
  id: string
  rule: string
  attribute: string | null
  value: string | null
  /** What the fix would write; null clears the value. Means nothing unless `fixable`. */
  proposed: string | null
  fixable: boolean
  reason: string
  state: IssueState
  asset: { id: string; name: string } | null
  fileName: string | null
  rowNumber: number | null
}

export interface IssuePage {
  issues: IssueView[]
  /** The cursor of the next page; null on the last. */
  next: string | null
}
