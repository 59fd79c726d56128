import { FileUp } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable } from '@/components/data-table/data-table'
import type { SearchParams } from '@/components/data-table/search-params'
import { Widget } from '@/components/feedback/widget'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { TableSkeleton } from '@/components/ui/skeleton'
import { countWords } from '@/lib/base/count-words'
import { can } from '@/lib/base/roles'
import { importList } from '@/lib/domain/imports/reads'
import { listImportsSchema } from '@/lib/domain/imports/schema'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
import { deleteColumn, importColumns } from './_components/import-columns'
import { remove } from './actions'

export const metadata: Metadata = { title: 'Imports' }

type Props = {
  params: Promise<{ client: string; engagement: string }>
  searchParams: Promise<SearchParams>
}

/** Every file that was brought in, newest first, and where it stands. */
export default async function Page({ params, searchParams }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement })
  const asked = listImportsSchema.safeParse(await searchParams)
  const list = asked.data ?? listImportsSchema.parse({})
  const root = `/${client}/${engagement}`
  const columns = can(scope.role, 'import.delete')
    ? [...importColumns, deleteColumn(remove.bind(null, { client, engagement }))]
    : importColumns
  const newImport = can(scope.role, 'import.create') && (
    <LinkButton variant="primary" href={`${root}/imports/new`}>
      <FileUp aria-hidden />
      Import a file
    </LinkButton>
  )

  return (
    <>
      <PageTags />
      <PageHeader
        title="Imports"
        description="Every file that was brought in, and how far it is on its way to the inventory."
        actions={newImport}
      />
      <Widget
        title="The imports"
        load={() => read(importList, scope, list)}
        skeleton={<TableSkeleton label="The imports are on their way" rows={12} />}
      >
        {(page) => (
          <>
            <DataTable
              caption="Imports"
              columns={columns}
              rows={page.imports}
              rowKey={(row) => row.importId}
              rowHref={(row) => `${root}/flows/${row.flowId}`}
              phoneDetail={(row) => `${countWords(row.rows.in, 'row', 'rows')} · ${row.createdBy}`}
              height="page"
              empty={
                <EmptyState icon={FileUp} title="Nothing was imported yet" action={newImport}>
                  Bring in an export of a CMDB, a virtualisation platform, a cloud or a spreadsheet
                  as CSV. Its columns are recognised, and you decide.
                </EmptyState>
              }
            />
            {page.next && (
              <Pagination
                className="mt-3"
                nextHref={`${root}/imports?after=${page.next}`}
                label="More imports"
              />
            )}
          </>
        )}
      </Widget>
    </>
  )
}
