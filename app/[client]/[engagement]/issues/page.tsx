import type { Metadata } from 'next'
import { ListScreen, PendingRows } from '@/components/data-table/list-screen'
import { type SearchParams, withSearchParams } from '@/components/data-table/search-params'
import { Widget } from '@/components/feedback/widget'
import { PageHeader } from '@/components/shell/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Segmented } from '@/components/ui/segmented'
import { TableSkeleton } from '@/components/ui/skeleton'
import { can } from '@/lib/base/roles'
import { issueGroups, issuePage } from '@/lib/domain/cleansing/reads'
import { issueFilterSchema } from '@/lib/domain/cleansing/schema'
import { savedViews } from '@/lib/domain/views/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
import { ViewBar } from '../_components/views/view-bar'
import { IssueList } from './_components/issue-list'
import { NoIssues } from './_components/no-issues'
import { RuleList } from './_components/rule-list'
import { decide } from './actions'

export const metadata: Metadata = { title: 'Issues' }

type Props = {
  params: Promise<{ client: string; engagement: string }>
  searchParams: Promise<SearchParams>
}

/** Doubtful and missing values by rule, each with a proposed fix to accept or to skip. */
export default async function Page({ params, searchParams }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement })
  const query = await searchParams
  const filter = issueFilterSchema.safeParse(query).data ?? issueFilterSchema.parse({})
  const [groups, views] = await Promise.all([
    read(issueGroups, scope, {}),
    read(savedViews, scope, { screen: 'issues', userId: scope.userId }),
  ])
  const root = `/${client}/${engagement}`
  const here = `${root}/issues`
  const at = (changes: Record<string, string | undefined>) =>
    withSearchParams(here, query, { after: undefined, ...changes })
  const action = can(scope.role, 'cleansing.decide')
    ? decide.bind(null, { client, engagement })
    : undefined
  const group = groups.find(({ rule }) => rule === filter.rule)
  const states = ['open', 'accepted', 'skipped'] as const

  return (
    <>
      <PageTags />
      <PageHeader
        title={group?.title ?? 'Issues'}
        description={
          group?.description ?? 'What looks doubtful or is missing, by rule, with a proposed fix.'
        }
      />
      <ListScreen pathname={here}>
        <ViewBar
          scope={scope}
          screen="issues"
          pathname={here}
          params={query}
          views={views}
          all="All open issues"
        />
        <div className="grid gap-5 lg:grid-cols-[17rem_minmax(0,1fr)]">
          <RuleList groups={groups} current={filter.rule} hrefOf={(rule) => at({ rule })} />
          <div className="flex min-w-0 flex-col gap-3">
            <Segmented
              label="State"
              segments={states.map((state) => ({
                label: state.charAt(0).toUpperCase() + state.slice(1),
                href: at({ state: state === 'open' ? undefined : state }),
                current: filter.state === state,
              }))}
            />
            <Widget
              title="The issues"
              load={() => read(issuePage, scope, filter)}
              skeleton={<TableSkeleton label="The issues are on their way" rows={12} />}
            >
              {(page) => (
                <>
                  <PendingRows>
                    {page.issues.length === 0 ? (
                      <NoIssues root={root} filter={filter} anyOpen={groups.length > 0} />
                    ) : (
                      <IssueList issues={page.issues} rule={group} decide={action} />
                    )}
                  </PendingRows>
                  {page.next && (
                    <Pagination nextHref={at({ after: page.next })} label="More issues" />
                  )}
                </>
              )}
            </Widget>
          </div>
        </div>
      </ListScreen>
    </>
  )
}
