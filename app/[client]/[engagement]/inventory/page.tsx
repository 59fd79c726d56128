import { Boxes, Download, SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { type SearchParams, withSearchParams } from '@/components/data-table/search-params'
import { parseSorting, sortByLinks } from '@/components/data-table/sorting'
import { PageHeader } from '@/components/shell/page-header'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/base/roles'
import { assetFacets, assetPage } from '@/lib/domain/inventory/reads'
import { assetSorts, listAssetsSchema } from '@/lib/domain/inventory/schema'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { assetColumns } from './_components/asset-columns'
import { assetFilters } from './_components/asset-filters'
import { inWords } from './_components/asset-words'

export const metadata: Metadata = { title: 'Inventory' }

type Props = {
  params: Promise<{ client: string; engagement: string }>
  searchParams: Promise<SearchParams>
}

/** Every asset of the engagement; search, filters, order and place are in the address. */
export default async function Page({ params, searchParams }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement })
  const query = await searchParams
  const asked = listAssetsSchema.safeParse(query).data ?? listAssetsSchema.parse({})
  const [page, facets] = await Promise.all([
    read(assetPage, scope, asked),
    read(assetFacets, scope, null),
  ])
  const root = `/${client}/${engagement}`
  const here = `${root}/inventory`
  const all = facets.type.reduce((sum, { count }) => sum + count, 0)
  const at = (cursor: string | null) =>
    cursor === null ? undefined : withSearchParams(here, query, { cursor })
  const exportHref = withSearchParams(`/api${root}/assets/export`, query, {
    cursor: undefined,
    sort: undefined,
  })
  const count = page.total.toLocaleString('en-US')

  return (
    <>
      <PageHeader
        title="Inventory"
        description="Every asset that was found, merged from all imports; each value says where it comes from."
        actions={all > 0 && <ExportLink href={exportHref} />}
      />
      {all > 0 && (
        <FilterBar
          pathname={here}
          params={query}
          search={{ name: 'q', label: 'Search assets' }}
          filters={assetFilters(facets)}
        />
      )}
      <DataTable
        caption="Assets"
        columns={assetColumns}
        rows={page.assets}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${here}/${id}`}
        phoneDetail={({ assetType, osName, cpuCount }) =>
          [inWords(assetType), osName, cpuCount && `${cpuCount} CPUs`].filter(Boolean).join(' · ')
        }
        sort={sortByLinks({
          pathname: here,
          params: query,
          current: parseSorting(asked.sort, assetSorts),
        })}
        empty={
          all === 0 ? (
            <FirstRun root={root} mayImport={can(scope.role, 'import.create')} />
          ) : (
            <EmptyState
              icon={SearchX}
              title="No asset matches"
              action={<LinkButton href={here}>Show all {all.toLocaleString('en-US')}</LinkButton>}
            >
              Take a filter away or search for another word.
            </EmptyState>
          )
        }
      />
      {page.assets.length > 0 && (
        <Pagination
          className="mt-3"
          label="Pages of the inventory"
          previousHref={at(page.previous)}
          nextHref={at(page.next)}
        >
          {page.assets.length === page.total
            ? `${count} ${page.total === 1 ? 'asset' : 'assets'}`
            : `${page.assets.length} of ${count} assets`}
        </Pagination>
      )}
    </>
  )
}

/** A plain link, because what it leads to is no page. */
function ExportLink({ href }: { href: string }) {
  return (
    <a href={href} download className={buttonStyle({})}>
      <Download aria-hidden />
      Export CSV
    </a>
  )
}

function FirstRun({ root, mayImport }: { root: string; mayImport: boolean }) {
  return (
    <EmptyState
      icon={Boxes}
      title="The inventory is empty"
      action={
        mayImport && (
          <LinkButton variant="primary" href={`${root}/imports/new`}>
            Import a file
          </LinkButton>
        )
      }
    >
      Import an export of a CMDB, a virtualisation platform, a cloud or a spreadsheet. Its rows
      become assets here, merged with what is known already.
    </EmptyState>
  )
}
