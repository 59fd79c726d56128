import { UserRoundSearch } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { ListScreen, PendingRows } from '@/components/data-table/list-screen'
import { withSearchParams } from '@/components/data-table/search-params'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { countWords } from '@/lib/base/count-words'
import { isUuid } from '@/lib/base/ids'
import { userDirectory } from '@/lib/domain/users/reads'
import { userStatuses } from '@/lib/domain/users/schema'
import { read } from '@/lib/server/read'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../_components/page-tags'
import { membershipLines, userColumns } from './_components/user-columns'

export const metadata: Metadata = { title: 'People' }

const pathname = '/admin/users'

const statusOptions = [
  { value: 'active', label: 'Active' },
  { value: 'pending', label: 'Pending' },
  { value: 'disabled', label: 'Disabled' },
]

interface UsersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export default async function UsersPage({ searchParams }: UsersPageProps) {
  await requireAdmin()
  const params = await searchParams
  const cursor = text(params.cursor)
  const after = isUuid(cursor) ? cursor : null
  const search = text(params.search).trim().slice(0, 100)
  const status = userStatuses.find((one) => one === params.status) ?? null
  const { users, next } = await read(userDirectory, 'platform', { search, status, after })
  return (
    <>
      <PageTags />
      <PageHeader
        title="People"
        description="Everybody with an account, what they may enter, and links for new passwords."
      />
      <ListScreen pathname={pathname}>
        <FilterBar
          pathname={pathname}
          params={params}
          search={{ name: 'search', label: 'Search by name or e-mail' }}
          filters={[{ name: 'status', label: 'Status', options: statusOptions }]}
        />
        <PendingRows>
          <DataTable
            caption="People"
            columns={userColumns}
            rows={users}
            rowKey={(user) => user.id}
            rowHref={(user) => `/admin/users/${user.id}`}
            phoneDetail={(user) => (
              <>
                {user.email}
                <br />
                {membershipLines(user).join(', ')}
              </>
            )}
            empty={
              <EmptyState icon={UserRoundSearch} title="Nobody found">
                Nobody's name or e-mail address has that in it, in that status.
              </EmptyState>
            }
          />
        </PendingRows>
        {(after !== null || next !== null) && (
          <Pagination
            className="mt-3"
            previousHref={
              after === null ? undefined : withSearchParams(pathname, params, { cursor: undefined })
            }
            nextHref={
              next === null ? undefined : withSearchParams(pathname, params, { cursor: next })
            }
          >
            {countWords(users.length, 'person', 'people')} on this page
          </Pagination>
        )}
      </ListScreen>
    </>
  )
}
