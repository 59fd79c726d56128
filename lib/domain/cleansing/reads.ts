import type { ReadSources } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import type { EngagementKey } from '@/lib/base/scope'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement } from '../tenancy/caching'
import { countOpenIssues, issuesPerPage, listIssues } from './queries'
import { ruleWords } from './rule-words'
import type { IssueFilter, IssueGroup, IssuePage } from './schema'

/** The rules that have open issues, most first, in words. */
export const issueGroups = defineRead<
  ReadSources,
  EngagementKey,
  Record<string, never>,
  IssueGroup[]
>({
  name: 'cleansing.issue-groups',
  load: async ({ tenant }, key) => {
    const counts = await countOpenIssues(key, tenant)
    return counts.map((count) => ({ ...count, ...ruleWords(count.rule) }))
  },
  caching: keptForEngagement({
    version: 1,
    life: 'statistics',
    tags: (key) => tagsOf.issue(key).list(),
  }),
})

/** One page of issues. */
export const issuePage = defineRead<ReadSources, EngagementKey, IssueFilter, IssuePage>({
  name: 'cleansing.issue-page',
  load: async ({ tenant }, key, filter) => {
    const found = await listIssues(key, tenant, filter)
    const issues = found.slice(0, issuesPerPage)
    const next = found.length > issuesPerPage ? (issues.at(-1)?.id ?? null) : null
    return { issues, next }
  },
  caching: keptForEngagement({
    version: 1,
    life: 'inventory',
    tags: (key) => [
      ...tagsOf.issue(key).list(),
      ...tagsOf.asset(key).list(),
      ...tagsOf.fileName(key).list(),
    ],
  }),
})
