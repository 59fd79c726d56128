import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { ListScreen, PendingRows } from '@/components/data-table/list-screen'
import { withSearchParams } from '@/components/data-table/search-params'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { countWords } from '@/lib/base/count-words'
import { auditTrail } from '@/lib/domain/audit/reads'
import { auditWords } from '@/lib/domain/audit/schema'
import { clientAccountList } from '@/lib/domain/tenancy/reads'
import { read } from '@/lib/server/read'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../_components/page-tags'
import { auditColumns, placeOf } from './_components/audit-columns'
import { actionOptions, auditSearchOf, periodOptions } from './_components/audit-search'

export const metadata: Metadata = { title: 'Audit log' }

const pathname = '/admin/audit'

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  await requireAdmin()
  const params = await searchParams
  const search = auditSearchOf(params, new Date())
  const [{ lines, next }, clients] = await Promise.all([
    read(auditTrail, 'platform', search),
    read(clientAccountList, 'platform', null),
  ])
  const clientOptions = clients.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <PageTags />
      <PageHeader
        title="Audit log"
        description="Who signed in, was refused, and changed what. Nothing in it is ever changed."
      />
      <ListScreen pathname={pathname}>
        <FilterBar
          pathname={pathname}
          params={params}
          search={{ name: 'person', label: 'Search by name or e-mail' }}
          filters={[
            { name: 'action', label: 'Action', options: actionOptions },
            { name: 'client', label: 'Client', options: clientOptions },
            { name: 'since', label: 'Time', any: 'All time', options: periodOptions },
          ]}
        />
        <PendingRows>
          <DataTable
            caption="Audit log"
            columns={auditColumns}
            rows={lines}
            rowKey={(line) => line.id}
            phoneDetail={(line) => (
              <>
                {[line.actor?.name, auditWords(line.action)].filter(Boolean).join(': ')}
                <br />
                {placeOf(line)}
              </>
            )}
            empty={
              <EmptyState icon={ScrollText} title="Nothing of that kind">
                Nobody did that, there, in that time.
              </EmptyState>
            }
          />
        </PendingRows>
        {(search.after !== null || next !== null) && (
          <Pagination
            className="mt-3"
            previousHref={
              search.after === null
                ? undefined
                : withSearchParams(pathname, params, { cursor: undefined })
            }
            nextHref={
              next === null ? undefined : withSearchParams(pathname, params, { cursor: next })
            }
          >
            {countWords(lines.length, 'entry', 'entries')} on this page
          </Pagination>
        )}
      </ListScreen>
    </>
  )
}
